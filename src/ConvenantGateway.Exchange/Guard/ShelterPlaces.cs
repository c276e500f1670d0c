using System.Collections.Frozen;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// The keyed hashes that shelters supply of their addresses, postcodes and telephone numbers, looked for in text: intake looks for them in addresses and numbers only (domain.md 10.2, 6). Of one message; not thread safe.
/// </summary>
/// <param name="handles">Makes the hashes.</param>
/// <param name="hashes">What counts.</param>
internal sealed class ShelterPlaces(IPersonHandles handles, FrozenSet<string> hashes)
{
    private static readonly CategorySet Place = CategorySet.Of(5);

    private const int MostRemembered = 10_000;
    private const int TelephoneLength = 10;

    /// <summary>Hashes that are made for one message; what cannot be looked at does not leave.</summary>
    private const int MostMade = 200_000;

    /// <summary>House numbers of a text that are tried with each of its postcodes.</summary>
    private const int MostHouses = 32;

    private readonly Dictionary<string, bool> _asked = new(StringComparer.Ordinal);
    private int _made;

    /// <summary>True if no shelter supplied any.</summary>
    public bool IsEmpty => hashes.Count == 0;

    /// <summary>D05 if a text tells one; empty if not. A number that is public is none; a postcode is one whoever else lives there.</summary>
    public CategorySet ToldIn(string text, HashSet<TextForm> lawful)
    {
        if (IsEmpty || !text.Any(char.IsDigit))
        {
            return default;
        }

        var forms = TextForms.Of(text, withPhrases: false).Where(static f => f.Kind is TextFormKind.Postcode or TextFormKind.Telephone or TextFormKind.Street).Distinct().ToList();
        var houses = forms.Where(static f => f.Kind == TextFormKind.Street).Select(static f => House(f.Value)).Distinct().Take(MostHouses).ToList();
        return forms.Exists(f => f.Kind switch
        {
            TextFormKind.Telephone => f.Value.Length == TelephoneLength && !lawful.Contains(f) && IsOne(f.Value),
            TextFormKind.Postcode => IsOne(f.Value) || houses.Exists(h => IsOne($"{f.Value}|{h}")),
            _ => false,
        }) ? Place : default;
    }

    private static string House(string street) => street[(street.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1)..];

    private bool IsOne(string form)
    {
        if (!_asked.TryGetValue(form, out var isOne))
        {
            isOne = ++_made > MostMade || hashes.Contains(handles.AddressHash(form));
            if (_asked.Count < MostRemembered)
            {
                _asked[form] = isOne;
            }
        }

        return isOne;
    }
}
