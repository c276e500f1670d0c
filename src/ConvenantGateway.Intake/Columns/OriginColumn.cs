using ConvenantGateway.Exchange;

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
}
