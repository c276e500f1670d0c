using System.Globalization;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>What a run under one covenant found.</summary>
/// <param name="Covenant">The covenant.</param>
/// <param name="Figures">What ran.</param>
/// <param name="Watch">What was seen.</param>
/// <param name="Canaries">How many there were.</param>
/// <param name="Unreached">Rules that no exchange of these parties can exercise.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record LeakReport(string Covenant, RunFigures Figures, LeakWatch Watch, int Canaries, IReadOnlyCollection<string> Unreached, TimeSpan Elapsed)
{
    /// <summary>True if nothing leaked, everything refused was refused, and something lawful arrived.</summary>
    public bool IsTight => Watch.Leaks.Count == 0 && Figures.Unrefused.Count == 0 && Watch.Arrived > 0;

    /// <summary>For a reader.</summary>
    public IEnumerable<string> Lines()
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{Covenant}: {Figures.Allowed} allowed and {Figures.Refused} refused exchanges, {Figures.Requests} requests, {Canaries} canaries, {Watch.Arrived} arrived where they may, {Elapsed.TotalSeconds:F0} s");
        yield return $"  read: {string.Join(", ", Enum.GetValues<Channel>().Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.ToString().ToLowerInvariant()} {Watch.Bytes.GetValueOrDefault(c)}")))} bytes";
        yield return $"  rules exercised: {string.Join(' ', Figures.Exercised.Order(StringComparer.Ordinal))}";
        if (Unreached.Count > 0)
        {
            yield return $"  rules that no exchange between these parties can reach: {string.Join(' ', Unreached)}";
        }

        foreach (var skipped in Figures.Skipped)
        {
            yield return $"  did not go: {skipped}";
        }

        foreach (var unrefused in Figures.Unrefused)
        {
            yield return $"NOT REFUSED {unrefused}";
        }

        foreach (var leak in Watch.Leaks)
        {
            yield return $"LEAK {leak}";
        }

        yield return Watch.Arrived == 0 ? $"{Covenant}: nothing arrived where it may, so this run proves nothing" : IsTight ? $"{Covenant}: no leak" : $"{Covenant}: {Watch.Leaks.Count} leaks";
    }

    /// <summary>For a machine.</summary>
    public object ToJson() => new
    {
        covenant = Covenant,
        tight = IsTight,
        allowed = Figures.Allowed,
        refused = Figures.Refused,
        requests = Figures.Requests,
        canaries = Canaries,
        arrived = Watch.Arrived,
        seconds = Math.Round(Elapsed.TotalSeconds, 1),
        bytes = Watch.Bytes.ToDictionary(static b => b.Key.ToString().ToLowerInvariant(), static b => b.Value),
        exercised = Figures.Exercised.Order(StringComparer.Ordinal),
        unreached = Unreached,
        skipped = Figures.Skipped,
        unrefused = Figures.Unrefused,
        leaks = Watch.Leaks.Select(static l => new
        {
            channel = l.Channel.ToString().ToLowerInvariant(), token = l.Hit.Canary.Token, path = l.Hit.Canary.Path, sender = l.Hit.Canary.Home.Sender, exchange = l.Hit.Canary.Home.Exchange, side = l.Side, where = l.Where, encoding = l.Hit.Encoding,
        }),
    };
}
