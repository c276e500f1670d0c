using System.Globalization;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>
/// Makes canaries that survive the type of their element, and finds them again. Text is <c>CNRY</c>, eight letters <c>a</c> to <c>j</c> that are its number, and <c>x</c>: one word, so
/// that nobody takes two canaries for the same name; a number begins with 1316 or 7316, a day lies in the years 101 to 1900. Not thread safe.
/// </summary>
internal sealed class CanaryBook
{
    /// <summary>How a text canary begins.</summary>
    public const string Lead = "CNRY";

    /// <summary>The letter that stands for 0 in the number of a text canary; the next for 1, and so on.</summary>
    public const char FirstLetter = 'a';

    /// <summary>The length of a text canary.</summary>
    public const int Length = 13;

    private static readonly DateOnly FirstDay = new(101, 1, 1);
    private static readonly DateOnly FirstBirth = new(1921, 1, 1);

    private readonly Dictionary<string, Canary> _byToken = new(StringComparer.Ordinal);
    private readonly List<Canary> _texts = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private int _days;
    private int _births;

    /// <summary>How many there are.</summary>
    public int Count => _byToken.Count + _texts.Count;

    /// <summary>A text canary.</summary>
    public string Text(string path, CanaryHome home, CanaryFate fate, CategorySet category = default)
    {
        var token = $"{Lead}{string.Concat(_texts.Count.ToString("D8", CultureInfo.InvariantCulture).Select(static digit => (char)(digit - '0' + FirstLetter)))}x";
        _texts.Add(new Canary(token, Shared(path), home, fate, category));
        return token;
    }

    /// <summary>A whole number of ten digits, below 2^31.</summary>
    public string Number(string path, CanaryHome home, CanaryFate fate, CategorySet category = default) =>
        Add(string.Create(CultureInfo.InvariantCulture, $"1316{Next("1316"):D6}"), path, home, fate, category);

    /// <summary>Nine digits, as a citizen's number has.</summary>
    public string Nine(string path, CanaryHome home, CanaryFate fate, CategorySet category = default) =>
        Add(string.Create(CultureInfo.InvariantCulture, $"731{Next("731"):D6}"), path, home, fate, category);

    /// <summary>A Dutch mobile number.</summary>
    public string Telephone(string path, CanaryHome home, CanaryFate fate, CategorySet category = default) =>
        Add(string.Create(CultureInfo.InvariantCulture, $"0613{Next("0613"):D6}"), path, home, fate, category);

    /// <summary>A number with a fraction; the fraction is what is found again.</summary>
    public string Fraction(string path, CanaryHome home, CanaryFate fate, CategorySet category = default) =>
        Add(string.Create(CultureInfo.InvariantCulture, $"7316{Next("7316"):D6}"), path, home, fate, category);

    /// <summary>A postcode, <c>1234 AB</c>.</summary>
    public string Postcode(string path, CanaryHome home, CanaryFate fate, CategorySet category = default)
    {
        var n = Next("postcode");
        return Add(string.Create(CultureInfo.InvariantCulture, $"{1000 + (n % 9000)} {(char)('A' + (n / 9000 % 26))}{(char)('A' + (n / 234_000 % 26))}"), path, home, fate, category);
    }

    /// <summary>A day long ago.</summary>
    public string Day(string path, CanaryHome home, CanaryFate fate, CategorySet category = default) =>
        Add(FirstDay.AddDays(_days++).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), path, home, fate, category);

    /// <summary>A birth date of a grown-up that no other text of the gateway is likely to hold.</summary>
    public string Birth(string path, CanaryHome home, CanaryFate fate, CategorySet category = default) =>
        Add(FirstBirth.AddDays(_births++).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), path, home, fate, category);

    /// <summary>The canary of digits with this value, or null.</summary>
    public Canary? Find(string token) => _byToken.GetValueOrDefault(token);

    /// <summary>The text canary with this number, or null.</summary>
    public Canary? FindText(int number) => number >= 0 && number < _texts.Count ? _texts[number] : null;

    private int Next(string kind) => (_numbers[kind] = _numbers.GetValueOrDefault(kind) + 1) is var n && n < 1_000_000 ? n : throw new InvalidOperationException("more numbers than six digits count");

    /// <summary>There are millions of canaries and few paths.</summary>
    private string Shared(string path) => _paths.TryGetValue(path, out var known) ? known : _paths[path] = path;

    private string Add(string token, string path, CanaryHome home, CanaryFate fate, CategorySet category)
    {
        _byToken.Add(token, new Canary(token, Shared(path), home, fate, category));
        return token;
    }
}
