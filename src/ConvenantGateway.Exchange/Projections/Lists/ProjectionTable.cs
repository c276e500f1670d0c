using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>A projection as a list: its columns, the records it takes, and the rows that one record gives. Immutable; thread safe.</summary>
/// <param name="Columns">The columns, in order.</param>
/// <param name="Types">The record types that it takes; empty for all.</param>
/// <param name="RowsOf">The places of the rows that a record gives; none for a record that is not in the projection.</param>
public sealed record ProjectionTable(ImmutableArray<ProjectionColumn> Columns, ImmutableArray<RecordType> Types, Func<ProjectedRecord, ProjectionWords, IEnumerable<int>> RowsOf)
{
    /// <summary>The mapping as it stands in the documentation: Markdown, one row per column, with a final newline.</summary>
    public string Markdown() =>
        "| column | asked for | taken from |\n|---|---|---|\n" + string.Concat(Columns.Select(static c => $"| `{c.Name}` | {c.Asked} | {c.Source} |\n"));
}
