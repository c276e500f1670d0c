using System.Globalization;

namespace ConvenantGateway.Audit;

/// <summary>
/// Origins of a log's epochs: the first is the log's name, e.g. <c>convenantgateway.nl/log/noord</c>; after a restore <c>…/e2</c>, <c>…/e3</c>. A new origin keeps two trees that grew from one backup
/// from ever being taken for one log. Pure; thread safe.
/// </summary>
public static class LogEpoch
{
    /// <summary>The number of an origin's epoch: 1 for an origin without a number.</summary>
    public static int Of(string origin) => Split(origin).Epoch;

    /// <summary>The origin of another epoch of the same log.</summary>
    /// <param name="origin">Any origin of the log.</param>
    /// <param name="epoch">From 2.</param>
    public static string At(string origin, int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epoch, 2);
        return string.Create(CultureInfo.InvariantCulture, $"{Split(origin).Log}/e{epoch}");
    }

    /// <summary>True if both are origins of one log.</summary>
    public static bool IsOf(string origin, string log) => Split(origin).Log == Split(log).Log;

    private static (string Log, int Epoch) Split(string origin)
    {
        var at = origin.LastIndexOf("/e", StringComparison.Ordinal);
        return at > 0 && int.TryParse(origin.AsSpan(at + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) && epoch > 1
            ? (origin[..at], epoch)
            : (origin, 1);
    }
}
