using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// The protocol of the police: provisions of police data (Bpg 6:4(4)(5)), the police's own questions with what was found or not, messages that were held, and processing that may have been unlawful (Wpg 32(1)g).
/// One row per record. For an organisation of kind <c>POL</c> only. Pure; thread safe.
/// </summary>
/// <law bwb="BWBR0023086" article="6:4(4)" asof="2017-05-10"/>
public static class PoliceProtocol
{
    /// <summary>The kind of party whose protocol this is.</summary>
    public const string Kind = "POL";

    /// <summary>The table.</summary>
    public static ProjectionTable Table { get; } = new(
        [
            new("soort", "which kind of line", "type, by, direction", static r => KindOf(r.Seen)),
            new("protocolplicht", "the article that asks for the line", "the kind", static r => ArticleOf(r)),
            new("datum", "6:4(4)b, 6:4(5)d: date and time of the provision, Dutch time", "time", static r => DutchTime.Text(r.Seen.Record.Time)),
            new("verzoeker", "6:4(4)a: who received, or asked: the organisation", "counterparty or caller, by the direction", static r => Requester(r.Seen)),
            new("verzoeker-naam", "6:4(4)a: its name", "the partner's file", static r => r.Words.Organisation(Requester(r.Seen))),
            new("verzoeker-persoon", "6:4(4)a, 6:4(5)a: the person, by number; empty where nobody was named", "receiver-person; actor of who asked the police", static r => RequesterPerson(r.Seen)),
            new("politiemedewerker", "who provided or asked for the police", "actor, where the police called", static r => r.Seen.OwnActor),
            new("betrokkenen", "about whom, by pseudonym", "the handles, keyed to the viewer", static r => string.Join(' ', Enumerable.Range(0, r.Seen.Persons.Length).Select(r.Seen.Pseudonym))),
            new("gegevens", "6:4(4)c: description of the data provided, by category", "released-N, resources, level", static r => Description(r)),
            new("doel", "6:4(4)d: the purpose", "purpose", static r => r.Seen.Record.Purpose),
            new("doel-omschrijving", "6:4(4)d: the purpose in words", "purposes.yaml", static r => r.Words.Purpose(r.Seen.Record.Purpose)),
            new("grondslag", "the ground", "ground", static r => r.Seen.Ground),
            new("artikel", "its articles", "laws", static r => r.Seen.Value("laws")),
            new("ingebracht", "6:4(5)b: what was entered: the kind of question; the persons stand in `betrokkenen`", "asked", static r => r.Seen.Value("asked")),
            new("resultaat", "6:4(5)c: what was provided, or `niet voorhanden`", "outcome, level, resources; reason", static r => Result(r.Seen)),
            new("noodprocedure", "whether the emergency procedure was used", "emergency", static r => r.Seen.Record.Emergency ? "ja" : "nee"),
            new("uitzondering", "6:4(6): no duty for what goes to the burgemeester; recorded all the same", "the receiver's kind", static r => IsProvision(r.Seen) && r.Words.Is(Requester(r.Seen), "BURG") ? "Bpg 6:4(6)" : ""),
            new("kenmerk", "identifies the line", "transaction", static r => r.Seen.Record.Transaction.ToString()),
            new("verwijst-naar", "the processing that may have been unlawful", "transaction of the suspicion", static r => r.Seen.Record.Type == RecordType.MogelijkOnrechtmatig ? r.Seen.Value("transaction") : ""),
            new("vingerafdruk", "integrity: SHA-256 of what was sent", "body-digest", static r => r.Seen.Record.BodyDigest),
            new("waarden", "`gewist` if the values of this line were erased", "erasure", static r => r.Seen.IsErased ? "gewist" : ""),
        ],
        [RecordType.Exchange, RecordType.RelayOutcome, RecordType.Hold, RecordType.MogelijkOnrechtmatig],
        static (seen, _) => KindOf(seen).Length > 0 ? [-1] : []);

    private static string KindOf(ProjectedRecord seen) => seen.Record.Type switch
    {
        RecordType.MogelijkOnrechtmatig => "mogelijk-onrechtmatig",
        RecordType.Hold => seen.IsCaller ? "aangehouden" : "",
        _ when seen.IsOwn => "",
        _ when seen.IsPush => seen.IsCaller && seen.IsProvided ? "verstrekking" : "",
        _ when seen.Record.By is not ("read" or "search" or "status") => "",
        _ when seen.IsCaller => seen.Record.Outcome is "released" or "absent" ? "bevraging" : "",
        _ => seen.IsProvided ? "rechtstreekse-verstrekking" : "",
    };

    private static bool IsProvision(ProjectedRecord seen) => KindOf(seen) is "verstrekking" or "rechtstreekse-verstrekking";

    private static string ArticleOf(ProjectionRow row) => KindOf(row.Seen) switch
    {
        "verstrekking" => "Wpg 32(1)f; Bpg 6:4(4)",
        "rechtstreekse-verstrekking" => "Wpg 32(1)f; Bpg 6:4(5)",
        "aangehouden" or "mogelijk-onrechtmatig" => "Wpg 32(1)g",
        _ => "",
    };

    private static string Requester(ProjectedRecord seen) => KindOf(seen) switch
    {
        "verstrekking" or "aangehouden" => seen.Record.Counterparty,
        "rechtstreekse-verstrekking" or "bevraging" => seen.Record.Caller,
        _ => "",
    };

    private static string RequesterPerson(ProjectedRecord seen) => KindOf(seen) switch
    {
        "verstrekking" => seen.Value("receiver-person"),
        "rechtstreekse-verstrekking" or "bevraging" => seen.Value("actor"),
        _ => "",
    };

    private static string Description(ProjectionRow row)
    {
        var seen = row.Seen;
        if (!IsProvision(seen))
        {
            return "";
        }

        var persons = seen.Released().Select(text =>
        {
            var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
            var codes = parts.Length == 2 ? parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            return $"{parts[0]}: {(codes.Length == 0 ? "niets" : string.Join(", ", codes.Select(row.Words.Category)))}";
        });
        return string.Join("; ", persons.Concat([seen.Value("resources"), seen.Value("level")]).Where(static t => t.Length > 0));
    }

    private static string Result(ProjectedRecord seen) => KindOf(seen) switch
    {
        "verstrekking" => seen.Record.Outcome == "unknown" ? "onbekend; telt als verstrekt" : "verstrekt",
        "rechtstreekse-verstrekking" => "verstrekt",
        "bevraging" => seen.Record.Outcome == "absent" ? "niet voorhanden" : string.Join(' ', new[] { seen.Value("level"), seen.Value("resources") }.Where(static t => t.Length > 0)),
        "aangehouden" => "niet verstrekt",
        _ => seen.Value("reason"),
    };
}
