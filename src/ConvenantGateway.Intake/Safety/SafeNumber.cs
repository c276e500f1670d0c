using System.Text.Json.Nodes;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake;

/// <summary>A safe number of a victim or a child must not tell where they are: an area code tells the region, so only a mobile number is safe (domain.md 10.2, 6).</summary>
internal static class SafeNumber
{
    private static readonly CategorySet SafeLocation = CategorySet.Of(5);

    /// <summary>The findings in <c>Patient.telecom[use=temp]</c>.</summary>
    public static IEnumerable<IntakeFinding> Find(BundleEntry entry, RolSet rollen)
    {
        if (entry.Type != "Patient" || !InDanger.Is(rollen) || entry.Resource["telecom"] is not JsonArray numbers)
        {
            yield break;
        }

        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] is JsonObject number && number.Text("use") == "temp" && number.Text("system") is not ("email" or "url")
                && number.Text("value") is { } value && DutchTelephone.IsGeographic(DutchTelephone.Normalize(value)))
            {
                yield return new IntakeFinding("Patient.telecom", SafeLocation, FindingKind.Landline, i);
            }
        }
    }
}
