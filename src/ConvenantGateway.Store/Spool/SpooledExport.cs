using System.Collections.Immutable;
using System.Globalization;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>An export (<c>audit export</c>). Immutable.</summary>
/// <param name="Transaction">Made with the export.</param>
/// <param name="Made">When, UTC.</param>
/// <param name="Viewer">Whose records: a partner or officer id.</param>
/// <param name="By">Who ran the command; at most 200 characters.</param>
/// <param name="Size">The size of the log that it holds.</param>
/// <param name="Records">How many records are in it, 0 or more.</param>
/// <param name="Digest">SHA-256 of the file, lower-case hex.</param>
public sealed record SpooledExport(Guid Transaction, DateTimeOffset Made, string Viewer, string By, long Size, int Records, string Digest) : SpooledUse(Transaction, Made, Viewer, By, Digest)
{
    /// <inheritdoc/>
    public override ExchangeRecord ToRecord(DateTimeOffset now, params IEnumerable<string> others)
    {
        ImmutableArray<RecordValue> values =
        [
            new("viewer", Viewer),
            new("made", Text(Made)),
            new("by", By),
            new("size", Size.ToString(CultureInfo.InvariantCulture)),
            new("records", Records.ToString(CultureInfo.InvariantCulture)),
            new("digest", Digest),
        ];
        return Record(RecordType.Export, now, "released") with { Views = [.. others.Prepend(Viewer).Distinct(StringComparer.Ordinal).Select(v => new RecordView(v, values, []))] };
    }
}
