namespace ConvenantGateway.Benchmarks.Reporting;

/// <summary>Prints rows as a Markdown table.</summary>
internal static class GoalTable
{
    private static readonly string[] Heads = ["goal", "metric", "reference", "median", "min-max", "wanted", "met", "absolute"];

    /// <summary>Prints a title, the notes, then the table.</summary>
    public static void Print(TextWriter output, string title, IReadOnlyList<Row> rows, IReadOnlyList<string> notes)
    {
        output.WriteLine();
        output.WriteLine($"## {title}");
        output.WriteLine();
        foreach (var note in notes)
        {
            output.WriteLine($"- {note}");
        }

        if (notes.Count > 0)
        {
            output.WriteLine();
        }

        List<string[]> lines = [Heads, .. rows.Select(Cells)];
        var widths = Enumerable.Range(0, Heads.Length).Select(i => lines.Max(l => l[i].Length)).ToArray();
        for (var i = 0; i < lines.Count; i++)
        {
            output.WriteLine($"| {string.Join(" | ", lines[i].Select((cell, n) => cell.PadRight(widths[n])))} |");
            if (i == 0)
            {
                output.WriteLine($"|{string.Join('|', widths.Select(w => new string('-', w + 2)))}|");
            }
        }

        output.Flush();
    }

    private static string[] Cells(Row row)
    {
        var rounds = row.Values.Rounds;
        var range = rounds.Count > 1 ? $"{Row.Figure(rounds.Min())}-{Row.Figure(rounds.Max())}" : "";
        var median = row.Values.Median;
        return [row.Goal.Name, row.Metric, row.Reference, Row.Figure(median), range, row.Goal.Text, row.Goal.Judge(median), row.Absolute];
    }
}
