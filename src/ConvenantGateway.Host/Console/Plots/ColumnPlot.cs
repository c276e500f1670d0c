using System.Collections.Immutable;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Standing bars of one series over time, each with its number on top. Pure.</summary>
internal static class ColumnPlot
{
    private const double Width = 640;
    private const double Height = 230;
    private const double Left = 40;
    private const double Top = 24;
    private const double Bottom = 200;
    private const double Filled = 0.68;

    /// <summary>Draws it.</summary>
    /// <param name="id">The id of the plot, a code that is unique on the page.</param>
    /// <param name="title">The accessible name.</param>
    /// <param name="description">What one sees in it, in a sentence.</param>
    /// <param name="labels">The labels below, one per value.</param>
    /// <param name="series">The values.</param>
    public static string Draw(string id, string title, string description, ImmutableArray<string> labels, PlotSeries series)
    {
        var svg = new SvgWriter();
        var scale = PlotScale.For(series.Values.DefaultIfEmpty(0).Max(), Bottom - Top);
        PlotFrame.Open(svg, id, title, description, Width, Height);
        PlotFills.Define(svg, id, [series.Fill]);
        for (var at = 0L; at <= scale.Top; at += scale.Step)
        {
            var y = SvgWriter.Number(Bottom - scale.Of(at));
            svg.Empty("path", ("class", at == 0 ? "axis" : "grid"), ("d", $"M{SvgWriter.Number(Left)} {y}H{SvgWriter.Number(Width)}"));
            svg.Text("text", $"{at}", ("class", "tick"), ("x", SvgWriter.Number(Left - 8)), ("y", y), ("dy", "0.32em"), ("text-anchor", "end"));
        }

        var slot = (Width - Left) / Math.Max(1, labels.Length);
        for (var i = 0; i < labels.Length; i++)
        {
            var (value, middle) = (series.Values[i], Left + (slot * (i + 0.5)));
            var height = scale.Of(value);
            PlotFills.Bar(svg, id, series.Fill, middle - (slot * Filled / 2), Bottom - height, slot * Filled, height);
            svg.Text("text", $"{value}", ("class", "value"), ("x", SvgWriter.Number(middle)), ("y", SvgWriter.Number(Bottom - height - 5)), ("text-anchor", "middle"));
            svg.Text("text", labels[i], ("class", "label"), ("x", SvgWriter.Number(middle)), ("y", SvgWriter.Number(Bottom + 18)), ("text-anchor", "middle"));
        }

        svg.Close("svg");
        return svg.ToString();
    }
}
