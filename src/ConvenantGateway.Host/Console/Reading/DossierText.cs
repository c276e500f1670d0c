using System.Text.Json;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// Reads what the officer must be able to judge from a stored <c>authorization_details</c>: the weighing, the consents and the other evidence. Names of persons that it was about and of
/// who consented stay behind: no page shows them other than by opaque id. Professionals are named: the officer asks them.
/// </summary>
internal static class DossierText
{
    private const string Consents = "evidence.consent";

    private static readonly (string Path, string Label)[] Shown =
    [
        ("weighing.necessity", "Noodzaak"),
        ("weighing.proportionality", "Proportionaliteit"),
        ("weighing.subsidiarity", "Subsidiariteit"),
        ("weighing.informed", "Betrokkene geïnformeerd"),
        ("weighing.notInformedBecause", "Niet geïnformeerd, omdat"),
        ("weighing.consulted", "Overlegd met"),
        (Consents, ""),
        ("evidence.deviation", "Afgeweken van de Wegwijzer, omdat"),
        ("evidence.reason", "Reden"),
        ("evidence.requestReason", "Waarom dit wordt gevraagd"),
        ("evidence.treatmentRelation", "Behandelrelatie"),
        ("evidence.cooperation", "Waarom medewerking nodig is"),
        ("evidence.article", "Artikel dat verplicht"),
        ("evidence.condition", "Opgelegde voorwaarde"),
        ("evidence.decree", "Besluit over het huisverbod"),
        ("evidence.designation", "Aanwijzing door de burgemeester"),
        ("evidence.permission", "Schriftelijke toestemming van minister of burgemeester"),
        ("evidence.authorityAgreement.authority", "Overeenstemming met het gezag"),
        ("evidence.authorityAgreement.date", "Overeenstemming op"),
        ("evidence.authorityAgreement.purposeLetter", "Overeenstemming voor doel"),
        ("evidence.oldestArticle8", "Oudste politiegegevens (artikel 8 Wpg)"),
        ("evidence.article8Compared", "Politiegegevens komen uit een vergelijking"),
        ("evidence.protocol.id", "Onderzoeksprotocol"),
        ("evidence.protocol.noObjection", "Patiënt maakte geen bezwaar"),
        ("evidence.functionaryConsulted.name", "Bevoegde functionaris geraadpleegd"),
        ("evidence.functionaryConsulted.date", "Functionaris geraadpleegd op"),
        ("evidence.functionaryConsulted.text", "Waarom het dringend is"),
        ("evidence.secondPerson.name", "Tweede medewerker die instemde"),
        ("evidence.secondPerson.role", "Functie van de tweede medewerker"),
        ("evidence.namedOfficer.name", "Alleen voor deze medewerker van de ontvanger"),
        ("evidence.namedOfficer.role", "Functie van deze medewerker"),
        ("evidence.sourceDecision.name", "Nieuw besluit van de bron, door"),
        ("evidence.sourceDecision.date", "Nieuw besluit van de bron, op"),
        ("evidence.sourceDecision.text", "Nieuw besluit van de bron"),
        ("evidence.amkConsulted.name", "AMK geraadpleegd"),
        ("evidence.amkConsulted.date", "AMK geraadpleegd op"),
        ("evidence.amkConsulted.text", "Wat het AMK zei"),
        ("evidence.necessityLines", "Noodzaak van gevoelige gegevens"),
        ("evidence.meldcode.b", "Meldcode: collega of deskundige geraadpleegd"),
        ("evidence.meldcode.c", "Meldcode: gesprek met de betrokkene"),
        ("evidence.meldcode.d", "Meldcode: risico gewogen"),
        ("evidence.meldcode.skippedBecause", "Meldcode overgeslagen, omdat"),
        ("emergency", "Noodprocedure gevraagd"),
    ];

    private static readonly (string Path, string Label)[] OfConsent =
    [
        ("reference", "Toestemming (Consent in het eigen register)"),
        ("capacity", "Toestemming gegeven als"),
        ("incapacity", "Onder curatele of mentorschap"),
        ("representativeIsSuspect", "Vertegenwoordiger is de vermoedelijke pleger"),
        ("minorAgrees", "Minderjarige stemt zelf in"),
        ("capable", "Minderjarige kan het zelf wegen"),
        ("suspectPresent", "Vermoedelijke pleger was erbij"),
        ("familyPresent", "Familie was erbij"),
        ("spokenAlone", "Alleen gesproken"),
        ("recipients", "Toestemming voor"),
        ("categories", "Toestemming over"),
        ("purpose", "Toestemming voor doel"),
        ("given", "Toestemming op"),
        ("until", "Toestemming tot"),
        ("withdrawn", "Toestemming ingetrokken"),
        ("form", "Vorm van de toestemming"),
        ("explicit", "Uitdrukkelijk gezegd"),
        ("language", "Taal van het gesprek"),
        ("independentInterpreter", "Onafhankelijke tolk"),
    ];

    private const string Whose = "Toestemming van betrokkene nr.";

    /// <summary>All labels.</summary>
    public static IEnumerable<string> Labels => Shown.Concat(OfConsent).Select(static s => s.Label).Where(static l => l.Length > 0).Append(Whose);

    /// <summary>The label and value of each that is there; nothing for text that is no such JSON.</summary>
    public static IReadOnlyList<RecordValue> Read(string json)
    {
        if (json.Length == 0)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0)
            {
                root = root[0];
            }

            return [.. Shown.SelectMany(s => s.Path == Consents ? ConsentsOf(At(root, s.Path)) : [new RecordValue(s.Label, Text(At(root, s.Path)))]).Where(static v => v.Value.Length > 0)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>One consent, or one for each person: each then under the number of its person in the request.</summary>
    private static IEnumerable<RecordValue> ConsentsOf(JsonElement? sent)
    {
        var all = sent switch
        {
            { ValueKind: JsonValueKind.Array } many => [.. many.EnumerateArray()],
            { ValueKind: JsonValueKind.Object } one => new[] { one },
            _ => [],
        };
        foreach (var consent in all)
        {
            if (all.Length > 1)
            {
                yield return new RecordValue(Whose, $"{(At(consent, "about") is { ValueKind: JsonValueKind.Number } about && about.TryGetInt32(out var index) ? index + 1L : 1)}");
            }

            foreach (var (path, label) in OfConsent)
            {
                yield return new RecordValue(label, Word(path, Text(At(consent, path))));
            }
        }
    }

    private static string Word(string path, string value) => (path, value) switch
    {
        ("capacity", "self") => "betrokkene zelf",
        ("capacity", "legal-representative") => "wettelijk vertegenwoordiger",
        ("form", "written") => "schriftelijk",
        ("form", "oral") => "mondeling",
        _ => value,
    };

    private static JsonElement? At(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    private static string Text(JsonElement? found) => found switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() ?? "",
        { ValueKind: JsonValueKind.True } => "ja",
        { ValueKind: JsonValueKind.False } => "nee",
        { ValueKind: JsonValueKind.Array } list => string.Join(", ", list.EnumerateArray().Where(static e => e.ValueKind == JsonValueKind.String).Select(static e => e.GetString())),
        { ValueKind: JsonValueKind.Object } lines => string.Join("; ", lines.EnumerateObject().Where(static e => e.Value.ValueKind == JsonValueKind.String).Select(static e => $"{e.Name}: {e.Value.GetString()}")),
        _ => "",
    };
}
