using System.Globalization;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>An export that was made by the operator and must become a record. Immutable.</summary>
/// <param name="Transaction">Made with the export: the record is written once, however often it is asked for.</param>
/// <param name="Made">When, UTC.</param>
/// <param name="Viewer">Whose records: a partner or officer id.</param>
/// <param name="By">Who ran the command, as the system names him; at most 200 characters.</param>
/// <param name="Size">The size of the log that it holds.</param>
/// <param name="Records">How many records are in it, 0 or more.</param>
/// <param name="Digest">SHA-256 of the file, lower-case hex.</param>
public sealed record SpooledExport(Guid Transaction, DateTimeOffset Made, string Viewer, string By, long Size, int Records, string Digest)
{
    /// <summary>The record: the owner of the records sees who took them out.</summary>
    /// <param name="now">When it is recorded.</param>
    /// <param name="others">Viewers besides the owner: the operators.</param>
    public ExchangeRecord ToRecord(DateTimeOffset now, params IEnumerable<string> others)
    {
        RecordValue[] values =
        [
            new("viewer", Viewer),
            new("made", Made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            new("by", By),
            new("size", Size.ToString(CultureInfo.InvariantCulture)),
            new("records", Records.ToString(CultureInfo.InvariantCulture)),
            new("digest", Digest),
        ];
        return new ExchangeRecord
        {
            Type = RecordType.Export,
            Transaction = Transaction,
            Time = now,
            Caller = RecordSpool.Caller,
            By = "command-line",
            Outcome = "released",
            BodyDigest = Digest,
            Views = [.. others.Prepend(Viewer).Distinct(StringComparer.Ordinal).Select(v => new RecordView(v, [.. values], []))],
        };
    }
}
