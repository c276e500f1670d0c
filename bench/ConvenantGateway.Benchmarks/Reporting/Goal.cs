namespace ConvenantGateway.Benchmarks.Reporting;

/// <summary>What a ratio (or figure) must reach.</summary>
/// <param name="Name">The number in the table of goals, e.g. <c>P7</c>; empty for a figure that is only shown.</param>
/// <param name="Limit">The limit.</param>
/// <param name="AtLeast">True if more is better.</param>
internal sealed record Goal(string Name, double Limit, bool AtLeast)
{
    /// <summary>No goal: shown, not judged.</summary>
    public static Goal None { get; } = new("", double.NaN, true);

    /// <summary>As the table shows it.</summary>
    public string Text => double.IsNaN(Limit) ? "-" : $"{(AtLeast ? ">=" : "<=")} {Row.Figure(Limit)}";

    /// <summary>Whether a figure reaches it.</summary>
    public string Judge(double figure) =>
        double.IsNaN(Limit) ? "-" : double.IsNaN(figure) ? "not measured" : (AtLeast ? figure >= Limit : figure <= Limit) ? "yes" : "NO";
}
