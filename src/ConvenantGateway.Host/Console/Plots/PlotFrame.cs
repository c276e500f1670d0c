namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What every plot begins with: an image with a name and a description for who does not see it. Pure.</summary>
internal static class PlotFrame
{
    /// <summary>Opens the plot.</summary>
    public static void Open(SvgWriter svg, string id, string title, string description, double width, double height)
    {
        svg.Open(
            "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "plot"), ("role", "img"), ("aria-labelledby", $"{id}-title"), ("aria-describedby", $"{id}-desc"),
            ("viewBox", $"0 0 {SvgWriter.Number(width)} {SvgWriter.Number(height)}"));
        svg.Text("title", title, ("id", $"{id}-title"));
        svg.Text("desc", description, ("id", $"{id}-desc"));
    }
}
