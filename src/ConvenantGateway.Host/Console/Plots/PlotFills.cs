namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The patterns of a plot. Pure.</summary>
internal static class PlotFills
{
    /// <summary>Defines the patterns that the series use; ids are unique on the page through the plot's own.</summary>
    public static void Define(SvgWriter svg, string plot, IEnumerable<PlotFill> fills)
    {
        var patterns = fills.Where(static f => f != PlotFill.Full).Distinct().Order().ToList();
        if (patterns.Count == 0)
        {
            return;
        }

        svg.Open("defs");
        foreach (var fill in patterns)
        {
            svg.Open("pattern", ("id", IdOf(plot, fill)), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"));
            if (fill == PlotFill.Lines)
            {
                svg.Empty("path", ("d", "M-1 1L1 -1M0 6L6 0M5 7L7 5"), ("stroke", "currentColor"), ("stroke-width", "1.6"));
            }
            else
            {
                svg.Empty("circle", ("cx", "3"), ("cy", "3"), ("r", "1.2"), ("fill", "currentColor"));
            }

            svg.Close("pattern");
        }

        svg.Close("defs");
    }

    /// <summary>Draws one bar.</summary>
    public static void Bar(SvgWriter svg, string plot, PlotFill fill, double x, double y, double width, double height)
    {
        if (width <= 0 || height <= 0)
        {
            return;
        }

        svg.Empty(
            "rect", ("class", "bar"), ("x", SvgWriter.Number(x)), ("y", SvgWriter.Number(y)), ("width", SvgWriter.Number(width)), ("height", SvgWriter.Number(height)),
            ("fill", fill == PlotFill.Full ? "currentColor" : $"url(#{IdOf(plot, fill)})"), ("stroke", "currentColor"));
    }

    private static string IdOf(string plot, PlotFill fill) => fill == PlotFill.Lines ? $"{plot}-lines" : $"{plot}-dots";
}
