namespace ConvenantGateway.Cli.Audit;

/// <summary>What to write, as asked on the command line.</summary>
/// <param name="Viewer">A partner id.</param>
/// <param name="Format">The name of a format.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Output">The file, or <c>-</c>.</param>
internal sealed record ProjectionOrder(string Viewer, string Format, string From, string Until, string Output);
