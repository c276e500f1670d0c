using System.Collections.Immutable;
using System.Globalization;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>An organisation's log lines of a period as a file (<c>audit project</c>): recorded as the page <i>Uitvoer</i> of the console records them. Immutable.</summary>
/// <param name="Transaction">Made with the file.</param>
/// <param name="Made">When, UTC.</param>
/// <param name="Viewer">Whose records: a partner id.</param>
/// <param name="By">Who ran the command; at most 200 characters.</param>
/// <param name="Scope">The name of the projection's format: a code of at most 100 characters.</param>
/// <param name="From">The first day, Dutch time.</param>
/// <param name="Until">The last day.</param>
/// <param name="Rows">How many rows are in it, 0 or more.</param>
/// <param name="Digest">SHA-256 of what was written, lower-case hex.</param>
public sealed record SpooledProjection(Guid Transaction, DateTimeOffset Made, string Viewer, string By, string Scope, DateOnly From, DateOnly Until, int Rows, string Digest)
    : SpooledUse(Transaction, Made, Viewer, By, Digest)
{
    /// <inheritdoc/>
    internal override bool IsSound => base.IsSound && Scope is { Length: > 0 and <= 100 } && Rows >= 0 && From <= Until;

    /// <inheritdoc/>
    public override ExchangeRecord ToRecord(DateTimeOffset now, params IEnumerable<string> others)
    {
        ImmutableArray<RecordValue> values =
        [
            new("viewer", Viewer),
            new("made", Text(Made)),
            new("by", By),
            new("scope", Scope),
            new("period", string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}/{Until:yyyy-MM-dd}")),
            new("rows", Rows.ToString(CultureInfo.InvariantCulture)),
            new("digest", Digest),
        ];
        return Record(RecordType.Export, now, "released") with { Views = [.. others.Prepend(Viewer).Distinct(StringComparer.Ordinal).Select(v => new RecordView(v, values, []))] };
    }
}
