using System.Globalization;
using ConvenantGateway.Benchmarks.Measuring;

namespace ConvenantGateway.Benchmarks.Reporting;

/// <summary>One line of a table.</summary>
/// <param name="Metric">What is measured, with its unit.</param>
/// <param name="Reference">Against what, in the same run.</param>
/// <param name="Values">The ratio (or the figure, where there is no reference) of every round.</param>
/// <param name="Goal">What it must reach.</param>
/// <param name="Absolute">The absolute figures behind the ratio, for orientation only.</param>
internal sealed record Row(string Metric, string Reference, Samples Values, Goal Goal, string Absolute)
{
    /// <summary>One figure instead of rounds.</summary>
    public static Row Of(string metric, string reference, double figure, Goal goal, string absolute)
    {
        var samples = new Samples();
        samples.Add(figure);
        return new Row(metric, reference, samples, goal, absolute);
    }

    /// <summary>Three significant digits.</summary>
    public static string Figure(double figure) => double.IsNaN(figure) ? "-" : Math.Abs(figure) switch
    {
        >= 100 => figure.ToString("F0", CultureInfo.InvariantCulture),
        >= 10 => figure.ToString("F1", CultureInfo.InvariantCulture),
        0 => "0",
        _ => figure.ToString("F2", CultureInfo.InvariantCulture),
    };
}
