namespace ConvenantGateway.Benchmarks.Measuring;

/// <summary>One figure per round of one candidate. Rounds of candidates measured together have the same index. Not thread safe.</summary>
internal sealed class Samples
{
    private readonly List<double> _rounds = [];

    /// <summary>The figures, in round order.</summary>
    public IReadOnlyList<double> Rounds => _rounds;

    /// <summary>The median; NaN if there is none.</summary>
    public double Median => MedianOf(_rounds);

    /// <summary>Adds the figure of the next round.</summary>
    public void Add(double figure) => _rounds.Add(figure);

    /// <summary>This divided by another, round by round.</summary>
    public Samples Over(Samples reference)
    {
        var ratio = new Samples();
        for (var i = 0; i < Math.Min(_rounds.Count, reference._rounds.Count); i++)
        {
            ratio.Add(_rounds[i] / reference._rounds[i]);
        }

        return ratio;
    }

    private static double MedianOf(IReadOnlyCollection<double> figures)
    {
        if (figures.Count == 0)
        {
            return double.NaN;
        }

        var sorted = figures.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
