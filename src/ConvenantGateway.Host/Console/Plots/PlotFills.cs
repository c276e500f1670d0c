using System.Text;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// Draws bars so that they are told apart without colour. Lines are drawn one by one: a browser prints a pattern of SVG as a picture, and a sheet of plots as ten megabytes. Pure.
/// </summary>
internal static class PlotFills
{
    private const double LineDistance = 4;

    /// <summary>Draws one bar; nothing for one without size.</summary>
    public static void Bar(SvgWriter svg, PlotFill fill, double x, double y, double width, double height)
    {
        if (width <= 0 || height <= 0)
        {
            return;
        }

        svg.Empty(
            "rect", ("class", "bar"), ("x", SvgWriter.Number(x)), ("y", SvgWriter.Number(y)), ("width", SvgWriter.Number(width)), ("height", SvgWriter.Number(height)),
            ("fill", fill == PlotFill.Full ? "currentColor" : "none"), ("stroke", "currentColor"));
        if (fill == PlotFill.Lines && height > LineDistance)
        {
            var lines = new StringBuilder();
            for (var at = y + height - LineDistance; at > y; at -= LineDistance)
            {
                lines.Append('M').Append(SvgWriter.Number(x)).Append(' ').Append(SvgWriter.Number(at)).Append('H').Append(SvgWriter.Number(x + width));
            }

            svg.Empty("path", ("class", "lines"), ("d", lines.ToString()), ("stroke", "currentColor"), ("stroke-width", "1.5"));
        }
    }
}
