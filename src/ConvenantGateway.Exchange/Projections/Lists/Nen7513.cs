using System.Collections.Immutable;
using System.Globalization;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>
/// The log lines of one organisation with the fields of NEN 7513, for the hospital's own log (domain.md 7.4): one row per record and client. What a field is called in the norm is told by its meaning; the norm's own
/// numbering is not repeated, for its text is not public. Pure; thread safe.
/// </summary>
public static class Nen7513
{
    /// <summary>The table.</summary>
    public static ProjectionTable Table { get; } = new(
        [
            new("kenmerk", "identifies the event", "transaction", static r => r.Seen.Record.Transaction.ToString()),
            new("gebeurtenis", "which event", "type, by", static r => Kind(r.Seen.Record)),
            new("actie", "kind of action: C created, R read, E executed", "by", static r => Action(r.Seen)),
            new("tijdstip", "date and time", "time, UTC", static r => Time(r.Seen.Record.Time)),
            new("client", "which client, by pseudonym", "the betrokkene's handle, keyed to the viewer", static r => r.Seen.Pseudonym(r.Place)),
            new("gebruiker", "the user: the system or officer that acted", "caller", static r => r.Seen.Record.Caller),
            new("verantwoordelijke", "the responsible user on whose behalf; of the own organisation only", "actor", static r => r.Seen.OwnActor),
            new("rol", "the role in which", "actor-role", static r => r.Seen.Value("actor-role")),
            new("van", "who provided: the organisation", "caller or counterparty, by the direction", static r => From(r.Seen)),
            new("aan", "who received: the organisation", "caller or counterparty, by the direction", static r => To(r.Seen)),
            new("toegangspunt", "the access point", "the log's name", static r => r.Words.Log),
            new("doel", "the purpose", "purpose", static r => r.Seen.Record.Purpose),
            new("grondslag", "the ground", "ground; answer-ground for the holder", static r => r.Seen.Ground),
            new("autorisatie", "the authorisation protocol", "rules, answer-rules", static r => string.Join(' ', r.Seen.Rules)),
            new("regelset", "its version", "policy-digest", static r => r.Seen.Record.PolicyDigest),
            new("toestemming", "the consent profile", "consent, permission", static r => string.Join(' ', r.Seen.Words("consent").Concat(r.Seen.Words("permission")))),
            new("noodprocedure", "whether the emergency procedure was used", "emergency", static r => r.Seen.Record.Emergency ? "ja" : "nee"),
            new("objecten", "the objects involved", "resources", static r => r.Seen.Value("resources")),
            new("categorieen", "the kinds of data provided", "released-N", static r => string.Join(' ', r.Seen.ReleasedCodes(r.Place))),
            new("zoekvraag", "the search: names of parameters, never values", "asked", static r => r.Seen.Value("asked")),
            new("uitkomst", "how it ended", "outcome", static r => r.Seen.Record.Outcome),
            new("foutcode", "why it was refused", "code", static r => r.Seen.Record.Code),
            new("vingerafdruk", "integrity: SHA-256 of what was sent", "body-digest", static r => r.Seen.Record.BodyDigest),
            new("waarden", "`gewist` if the values of this line were erased", "erasure", static r => r.Seen.IsErased ? "gewist" : ""),
        ],
        ImmutableArray<RecordType>.Empty,
        static (seen, _) => Enumerable.Range(0, Math.Max(1, seen.Persons.Length)));

    private static string Kind(ExchangeRecord record) => record.By.Length == 0 ? RecordTypeNames.NameOf(record.Type) : $"{RecordTypeNames.NameOf(record.Type)}/{record.By}";

    private static string Action(ProjectedRecord seen) => seen.IsPush ? "C" : seen.Record.By is "read" or "metadata" ? "R" : "E";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string From(ProjectedRecord seen) => !seen.IsProvided ? "" : seen.IsPush ? seen.Record.Caller : seen.Record.By is "read" or "search" or "status" ? seen.Record.Counterparty : "";

    private static string To(ProjectedRecord seen) => !seen.IsProvided ? "" : seen.IsPush ? seen.Record.Counterparty : seen.Record.By is "read" or "search" or "status" ? seen.Record.Caller : "";
}
