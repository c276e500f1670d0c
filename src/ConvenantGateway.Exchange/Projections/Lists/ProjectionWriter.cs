using System.Text.Json;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Writes a projection record by record: what is read and written is never in memory at once. One instance per file; not thread safe.</summary>
/// <param name="output">Where; left open.</param>
/// <param name="format">What.</param>
/// <param name="viewer">Through whose eyes.</param>
/// <param name="words">The names.</param>
public sealed class ProjectionWriter(TextWriter output, ProjectionFormat format, string viewer, ProjectionWords words)
{
    private const string LineEnd = "\r\n";

    /// <summary>How many rows were written, the header not counted.</summary>
    public int Rows { get; private set; }

    /// <summary>Writes what stands above the rows.</summary>
    public void Begin()
    {
        if (format.IsCsv)
        {
            output.Write(string.Join(',', format.Table.Columns.Select(static c => c.Name)));
            output.Write(LineEnd);
        }
    }

    /// <summary>Writes the rows of a record; none if the projection does not take it.</summary>
    public void Write(VisibleRecord visible)
    {
        var types = format.Table.Types;
        if (!types.IsEmpty && !types.Contains(visible.Record.Type))
        {
            return;
        }

        var seen = new ProjectedRecord(visible, viewer);
        foreach (var place in format.Table.RowsOf(seen, words))
        {
            Write(new ProjectionRow(seen, place, words));
            Rows++;
        }
    }

    private void Write(ProjectionRow row)
    {
        var columns = format.Table.Columns;
        if (format.IsCsv)
        {
            output.Write(string.Join(',', columns.Select(c => CsvCell.Of(c.Of(row)))));
            output.Write(LineEnd);
            return;
        }

        var line = new Dictionary<string, string>(columns.Length, StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (column.Of(row) is { Length: > 0 } text)
            {
                line[column.Name] = text;
            }
        }

        output.Write(JsonSerializer.Serialize(line, JsonText.Options));
        output.Write('\n');
    }
}
