using System.Text;
using ConvenantGateway.Cli.Leakcheck;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Leakcheck.Tests.Scanning;

/// <summary>A canary is found in every form that a careless or a clever leak could give it, and nothing else is.</summary>
public sealed class TokenScannerTests
{
    private readonly CanaryBook _book = new();
    private readonly CanaryHome _home = new("ashg-noord", "test", BetrokkeneRol.Slachtoffer, default);

    public static TheoryData<string, string> Forms => new()
    {
        { "plain", "plain" }, { "upper", "plain" }, { "lower", "plain" }, { "glued", "plain" }, { "utf-16", "utf-16" }, { "utf-16be", "utf-16" }, { "hex", "hex" }, { "HEX", "hex" }, { "percent", "percent" },
        { "json", "json-escape" }, { "JSON", "json-escape" }, { "base64-0", "base64" }, { "base64-1", "base64" }, { "base64-2", "base64" }, { "base64url", "base64" }, { "base64-lower", "base64" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Scan_CanaryInAForm_FindsItAndNamesTheForm(string form, string encoding)
    {
        for (var i = 0; i < 3; i++)
        {
            _ = Text();
        }

        var token = Text();
        byte[] bytes = [.. "\u00e9 vooraf "u8, .. Written(form, token), .. " erna \ud83d\ude00"u8];

        var hit = Assert.Single(new TokenScanner(_book).Scan(bytes));
        Assert.Equal((token, encoding), (hit.Canary.Token, hit.Encoding));
    }

    [Fact]
    public void Scan_DigitsDaysAndPostcodes_FindsEachAsItIs()
    {
        string[] tokens = [_book.Number("a", _home, CanaryFate.Never), _book.Nine("b", _home, CanaryFate.Never), _book.Telephone("c", _home, CanaryFate.Never), _book.Fraction("d", _home, CanaryFate.Never),
            _book.Day("e", _home, CanaryFate.Never), _book.Birth("f", _home, CanaryFate.Never), _book.Postcode("g", _home, CanaryFate.Never)];

        var found = new TokenScanner(_book).Scan(Encoding.UTF8.GetBytes($"{{\"n\":{tokens[0]},\"b\":\"{tokens[1]}\",\"t\":\"{tokens[2]}\",\"d\":0.{tokens[3]},\"day\":\"{tokens[4]}T03:04:05Z\",\"birth\":\"{tokens[5]}\",\"p\":\"{tokens[6].Replace(" ", "", StringComparison.Ordinal)}\"}}"));

        Assert.Equal(tokens.Order(StringComparer.Ordinal), found.Select(static h => h.Canary.Token).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Scan_WhatIsNoCanary_FindsNothing()
    {
        _ = Text();
        var strangers = "CNRYjjjjjjjjx CNRYaaaa CNRY00000000x CNRYaaaaaaakx cnry 434e5259 Q05SWQ== 2009-06-01 1234 AB 1316000000"u8.ToArray();
        var noise = new byte[200_000];
        new Random(7).NextBytes(noise);

        Assert.Equal([], new TokenScanner(_book).Scan([.. strangers, .. noise]));
    }

    [Fact]
    public void Scan_TwoHundredCanariesAtEveryOffset_FindsAll()
    {
        var tokens = Enumerable.Range(0, 200).Select(_ => Text()).ToList();
        var bytes = Encoding.ASCII.GetBytes(string.Concat(tokens.Select(static (t, i) => new string('-', i % 7) + t)));
        Assert.Equal(tokens, new TokenScanner(_book).Scan(bytes).Select(static h => h.Canary.Token));
    }

    private string Text() => _book.Text("Patient.name.family", _home, CanaryFate.Never);

    private static byte[] Written(string form, string token)
    {
        var ascii = Encoding.ASCII.GetBytes(token);
        return form switch
        {
            "upper" => Encoding.ASCII.GetBytes(token.ToUpperInvariant()),
            "lower" => Encoding.ASCII.GetBytes(token.ToLowerInvariant()),
            "glued" => Encoding.ASCII.GetBytes($"abc{token}def"),
            "utf-16" => Encoding.Unicode.GetBytes(token),
            "utf-16be" => Encoding.BigEndianUnicode.GetBytes(token),
            "hex" => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(ascii)),
            "HEX" => Encoding.ASCII.GetBytes(Convert.ToHexString(ascii)),
            "percent" => Encoding.ASCII.GetBytes(string.Concat(ascii.Select(static b => $"%{b:X2}"))),
            "json" => Encoding.ASCII.GetBytes(string.Concat(ascii.Select(static b => $"\\u{b:x4}"))),
            "JSON" => Encoding.ASCII.GetBytes(string.Concat(ascii.Select(static b => $"\\u{b:X4}"))),
            "base64-0" => Base64(token),
            "base64-1" => Base64("?" + token),
            "base64-2" => Base64("ÿ" + token),
            "base64url" => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.Latin1.GetBytes("\u00fb\u00ff" + token)).Replace('+', '-').Replace('/', '_').TrimEnd('=')),
            "base64-lower" => Base64("??" + token.ToLowerInvariant()),
            _ => ascii,
        };
    }

    private static byte[] Base64(string text) => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
}
