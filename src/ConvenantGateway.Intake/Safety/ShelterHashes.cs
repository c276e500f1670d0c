using System.Collections.Frozen;
using System.Text.Json.Nodes;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Intake;

/// <summary>Compares addresses, postcodes and telephone numbers with the keyed hashes that shelters supply: a match is D05, whatever its label (domain.md 10.2, 6).</summary>
internal sealed class ShelterHashes(IntakeContext context)
{
    private readonly FrozenSet<string> _hashes = ShelterAddressHashes.Of(context.Partners);

    /// <summary>True if an Address or ContactPoint is a shelter's.</summary>
    public bool Matches(JsonObject node) => _hashes.Count > 0 && Forms(node).Any(f => _hashes.Contains(context.AddressHash(f)));

    /// <summary>The normalized forms: <c>postcode|number</c>, <c>postcode</c>, <c>telephone</c>.</summary>
    internal static IEnumerable<string> Forms(JsonObject node)
    {
        if (node.Text("postalCode") is { } postcode)
        {
            var compact = Letters(postcode);
            yield return compact;
            foreach (var line in (node["line"] as JsonArray ?? []).Select(static l => l?.GetValue<string>() ?? ""))
            {
                yield return $"{compact}|{new string([.. line.SkipWhile(static c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)])}";
            }
        }

        if (node.Text("system") is "phone" or "sms" && node.Text("value") is { } number)
        {
            yield return DutchTelephone.Normalize(number);
        }
    }

    private static string Letters(string text) => new([.. text.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
}
