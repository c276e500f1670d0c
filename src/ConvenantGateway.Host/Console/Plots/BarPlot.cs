using System.Collections.Immutable;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Lying bars of several series per label, each with its number at the end and a legend above. Pure.</summary>
internal static class BarPlot
{
    private const double Width = 640;
    private const double Left = 210;
    private const double Right = 590;
    private const double Legend = 34;
    private const double Thickness = 14;
    private const double Gap = 3;
    private const double Between = 14;
    private const int MostLabel = 30;

    /// <summary>Draws it.</summary>
    /// <param name="id">The id of the plot, a code that is unique on the page.</param>
    /// <param name="title">The accessible name.</param>
    /// <param name="description">What one sees in it, in a sentence.</param>
    /// <param name="labels">The labels on the left, one per value of each series.</param>
    /// <param name="series">The series, in the order of the legend.</param>
    public static string Draw(string id, string title, string description, ImmutableArray<string> labels, ImmutableArray<PlotSeries> series)
    {
        var svg = new SvgWriter();
        var group = (series.Length * (Thickness + Gap)) - Gap;
        var height = Legend + (labels.Length * (group + Between));
        var scale = PlotScale.For(series.SelectMany(static s => s.Values).DefaultIfEmpty(0).Max(), Right - Left);
        PlotFrame.Open(svg, id, title, description, Width, height);
        PlotFills.Define(svg, id, series.Select(static s => s.Fill));
        DrawLegend(svg, id, series);
        for (var i = 0; i < labels.Length; i++)
        {
            var top = Legend + (i * (group + Between));
            svg.Text("text", Short(labels[i]), ("class", "label"), ("x", SvgWriter.Number(Left - 10)), ("y", SvgWriter.Number(top + (group / 2))), ("dy", "0.32em"), ("text-anchor", "end"));
            for (var j = 0; j < series.Length; j++)
            {
                var (value, y) = (series[j].Values[i], top + (j * (Thickness + Gap)));
                PlotFills.Bar(svg, id, series[j].Fill, Left, y, scale.Of(value), Thickness);
                svg.Text("text", $"{value}", ("class", "value"), ("x", SvgWriter.Number(Left + scale.Of(value) + 6)), ("y", SvgWriter.Number(y + (Thickness / 2))), ("dy", "0.32em"));
            }
        }

        svg.Empty("path", ("class", "axis"), ("d", $"M{SvgWriter.Number(Left)} {SvgWriter.Number(Legend - 4)}V{SvgWriter.Number(height)}"));
        svg.Close("svg");
        return svg.ToString();
    }

    private static void DrawLegend(SvgWriter svg, string id, ImmutableArray<PlotSeries> series)
    {
        var slot = Width / Math.Max(1, series.Length);
        for (var j = 0; j < series.Length; j++)
        {
            PlotFills.Bar(svg, id, series[j].Fill, 1 + (j * slot), 4, Thickness, Thickness);
            svg.Text("text", series[j].Name, ("class", "legend"), ("x", SvgWriter.Number(1 + (j * slot) + Thickness + 8)), ("y", SvgWriter.Number(4 + (Thickness / 2))), ("dy", "0.32em"));
        }
    }

    /// <summary>A long name is cut: the table beside the plot has it whole.</summary>
    private static string Short(string label) => label.Length <= MostLabel ? label : string.Concat(label.AsSpan(0, MostLabel - 1).TrimEnd(), "…");
}
