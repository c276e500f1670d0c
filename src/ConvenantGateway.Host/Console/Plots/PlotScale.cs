namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>A linear scale from zero to a round number. Pure.</summary>
/// <param name="Top">The round number at the end, 1 or more.</param>
/// <param name="Step">The distance between lines of the grid.</param>
/// <param name="Length">How long the scale is drawn, in user units.</param>
internal readonly record struct PlotScale(long Top, long Step, double Length)
{
    private const int MostLines = 4;

    /// <summary>The scale for values up to the largest.</summary>
    public static PlotScale For(long largest, double length)
    {
        var step = 1L;
        for (var power = 1L; step * MostLines < largest; power *= 10)
        {
            foreach (var factor in (ReadOnlySpan<long>)[1, 2, 5])
            {
                step = factor * power;
                if (step * MostLines >= largest)
                {
                    break;
                }
            }
        }

        var lines = Math.Max(1, (Math.Max(1, largest) + step - 1) / step);
        return new PlotScale(lines * step, step, length);
    }

    /// <summary>How long a value is drawn.</summary>
    public double Of(long value) => Length * value / Top;
}
