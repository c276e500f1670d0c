using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>What a stored Consent says (docs/fhir-profile.md, "Toestemming"). Read from the bytes the gateway itself stored; what cannot be understood makes it unusable, never wider. Pure.</summary>
/// <param name="Kind"><see cref="Given"/>, <see cref="MayKnow"/>, or another code.</param>
/// <param name="Details">Its terms, in the words of a token request.</param>
/// <param name="Ground">The ground of a "mag weten", or empty.</param>
/// <param name="Unclear">Why it cannot be used as evidence, in plain Dutch; null if it can.</param>
/// <param name="Start">The first day of its period; it may have been given earlier. Null if it names none.</param>
internal sealed record StoredConsent(string Kind, ConsentDetails Details, string Ground, string? Unclear, string? Start)
{
    /// <summary>A consent of a betrokkene.</summary>
    public const string Given = "toestemming";

    /// <summary>A standing permission of the holder.</summary>
    public const string MayKnow = "mag-weten";

    private const string Root = "https://convenantgateway.nl/fhir/CodeSystem/";
    private const string Language = "urn:ietf:bcp:47";

    /// <summary>Reads; null if it is no Consent of this gateway's profile.</summary>
    public static StoredConsent? Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var categories = ConsentJson.Codings(root, "category", "coding");
        if (ConsentJson.Codes(categories, Root + "toestemmingsvorm") is not [var kind])
        {
            return null;
        }

        var provision = ConsentJson.Object(root, "provision");
        var period = ConsentJson.Object(provision, "period");
        var circumstances = ConsentJson.Codes(categories, Root + "toestemmingsomstandigheid");
        var unclear = ConsentJson.Text(root, "status") is not ("active" or "inactive" or "rejected" or "entered-in-error")
                ? "de Consent is nog niet van kracht (`status`)"
            : ConsentJson.Text(provision, "type") is not (null or "permit") || provision.ValueKind == JsonValueKind.Object && provision.TryGetProperty("provision", out _)
                ? "de Consent heeft een verbod of een geneste bepaling: die begrijpt de gateway niet"
            : ConsentJson.Items(root, "verification").Any(static v => v.TryGetProperty("verified", out var verified) && verified.ValueKind == JsonValueKind.False)
                ? "de Consent is nagevraagd en niet bevestigd (`verification`)"
            : circumstances.Any(static c => !Known.Contains(c))
                ? "de Consent noemt een omstandigheid die de gateway niet kent"
            : null;
        return new StoredConsent(
            kind,
            new ConsentDetails
            {
                Giver = ConsentJson.Items(root, "performer").Select(static p => ConsentJson.Text(p, "display")).FirstOrDefault(static d => d is not null),
                Capacity = ConsentJson.Codes(categories, Root + "toestemmingshoedanigheid") is [var capacity] ? capacity : null,
                SpokenAlone = circumstances.Contains("alleen-gesproken"),
                SuspectPresent = circumstances.Contains("pleger-aanwezig"),
                FamilyPresent = circumstances.Contains("familie-aanwezig"),
                RepresentativeIsSuspect = circumstances.Contains("vertegenwoordiger-is-vermoedelijke-pleger"),
                MinorAgrees = circumstances.Contains("minderjarige-stemt-in"),
                Capable = circumstances.Contains("wilsbekwaam"),
                Incapacity = circumstances.Contains("onder-curatele") ? "curatele" : circumstances.Contains("onder-mentorschap") ? "mentorschap" : null,
                Form = circumstances.Contains("schriftelijk") ? "written" : circumstances.Contains("mondeling") ? "oral" : null,
                Explicit = circumstances.Contains("uitdrukkelijk"),
                // Where more than one language was spoken, the one that asks an interpreter counts.
                Language = ConsentJson.Codes(categories, Language).OrderBy(ConsentCheck.IsDutch).FirstOrDefault(),
                IndependentInterpreter = circumstances.Contains("onafhankelijke-tolk"),
                Recipients = [.. ConsentJson.Recipients(provision)],
                Categories = ConsentJson.Codes(ConsentJson.Items(provision, "class"), Root + "gegevenscategorie"),
                Purpose = ConsentJson.Codes(ConsentJson.Items(provision, "purpose"), Root + "doel") is [var purpose] ? purpose : null,
                Given = ConsentJson.Day(ConsentJson.Text(root, "dateTime") ?? ConsentJson.Text(period, "start")),
                Until = ConsentJson.Day(ConsentJson.Text(period, "end")),
                Withdrawn = ConsentJson.Text(root, "status") == "active" ? null : "status",
            },
            ConsentJson.Codes(ConsentJson.Codings(root, "policyRule", "coding"), Root + "grondslag") is [var ground] ? ground : "",
            unclear,
            ConsentJson.Day(ConsentJson.Text(period, "start")));
    }

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "alleen-gesproken", "pleger-aanwezig", "familie-aanwezig", "vertegenwoordiger-is-vermoedelijke-pleger", "minderjarige-stemt-in", "wilsbekwaam", "onder-curatele", "onder-mentorschap",
        "schriftelijk", "mondeling", "uitdrukkelijk", "onafhankelijke-tolk",
    };
}
