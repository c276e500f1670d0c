using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Audit;

/// <summary>
/// What an erasure leaves behind. Its record says in clear by whom and under which rule, and carries the digest of the destroyed keys' lines, so that neither a row about an erasure nor one less can
/// be slipped in; each viewer's own view says which records it made unreadable. Immutable.
/// </summary>
/// <param name="Transaction">The transaction of the erasure; a replay after a restore keeps it.</param>
/// <param name="At">When it was decided.</param>
/// <param name="By">Who: an officer's or operator's slug, or <c>gateway</c>.</param>
/// <param name="Rule">Under which rule: a code.</param>
/// <param name="Keys">The destroyed keys.</param>
public sealed record Tombstone(Guid Transaction, DateTimeOffset At, string By, string Rule, ImmutableArray<ErasedKey> Keys)
{
    /// <summary>The field of a view that lists the records (<see cref="IndexRanges"/>).</summary>
    public const string RecordsField = "records";

    /// <summary>The field of a view that counts the stored requests for person reports; absent for none.</summary>
    public const string ReportsField = "person-reports";

    /// <summary>SHA-256 over the keys' lines in ordinal order, each with a newline, lower-case hex.</summary>
    public string Digest() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Keys.Select(static k => k.ToString()).Order(StringComparer.Ordinal).Select(static l => l + "\n")))));

    /// <summary>The record.</summary>
    /// <param name="now">When it is written.</param>
    /// <param name="isReplay">True if it was decided before a restore.</param>
    /// <param name="records">Per viewer the indexes of the records whose values it makes unreadable, ascending.</param>
    /// <param name="reports">Per viewer how many stored requests for person reports it makes unreadable; a viewer without any is left out.</param>
    public ExchangeRecord ToRecord(DateTimeOffset now, bool isReplay, IReadOnlyDictionary<string, IReadOnlyList<long>> records, IReadOnlyDictionary<string, int> reports) => new()
    {
        Type = RecordType.Erasure,
        Transaction = Transaction,
        Time = now,
        Caller = By,
        Outcome = isReplay ? "replayed" : "erased",
        Rules = [Rule],
        BodyDigest = Digest(),
        Views =
        [
            .. Keys.GroupBy(static k => k.Viewer, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal).Select(keys => new RecordView(
                keys.Key,
                [
                    new RecordValue("rule", Rule),
                    new RecordValue("decided", At.UtcDateTime.ToString(LeafFormat.TimeFormat, System.Globalization.CultureInfo.InvariantCulture)),
                    new RecordValue("persons", string.Join(' ', keys.Select(static k => Convert.ToHexStringLower(k.Person.Span)).Distinct(StringComparer.Ordinal))),
                    new RecordValue("classes", string.Join(' ', keys.Select(static k => RetentionClassNames.NameOf(k.Retention)).Distinct(StringComparer.Ordinal))),
                    new RecordValue(RecordsField, IndexRanges.Write(records.TryGetValue(keys.Key, out var own) ? own : [])),
                    .. reports.TryGetValue(keys.Key, out var count) && count > 0 ? [new RecordValue(ReportsField, count.ToString(System.Globalization.CultureInfo.InvariantCulture))] : Array.Empty<RecordValue>(),
                ],
                [])),
        ],
    };
}
