using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake;

/// <summary>The origin label in <c>meta.security</c> (domain.md 5.5).</summary>
internal static class OriginColumn
{
    /// <summary>The origin; unlabelled if there is none.</summary>
    public static DataOrigin Read(BundleEntry entry) =>
        JsonWalk.ObjectsAt(entry.Resource, "meta.security").Where(static l => l.Text("system") == CodeSystems.Herkomst).Select(static l => l.Text("code")).FirstOrDefault() switch
        {
            "WPG" => DataOrigin.Wpg,
            "MEDICAL" => DataOrigin.Medical,
            "HVB" => DataOrigin.Hvb,
            "MELDING" => DataOrigin.Melding,
            _ => DataOrigin.Unlabelled,
        };

    /// <summary>Every label, as what binds passing the data on.</summary>
    public static DataOrigins Labels(BundleEntry entry) =>
        JsonWalk.ObjectsAt(entry.Resource, "meta.security").Where(static l => l.Text("system") == CodeSystems.Herkomst).Aggregate(DataOrigins.None, static (labels, l) => labels | l.Text("code") switch
        {
            "WPG" => DataOrigins.Wpg,
            "MEDICAL" => DataOrigins.Medical,
            "HVB" => DataOrigins.Hvb,
            "MELDING" => DataOrigins.Melding,
            _ => DataOrigins.Unknown,
        });
}
