namespace ConvenantGateway.Audit;

/// <summary>A key of a log, and how it was handed its task. Immutable.</summary>
/// <param name="Key">The key; its name is the origin that its checkpoints carry.</param>
/// <param name="From">The smallest tree size that it signs.</param>
/// <param name="Until">The largest, inclusive; null while it signs.</param>
/// <param name="Why">Why it signs: <c>first</c>, <c>rotation</c> or <c>epoch</c>.</param>
/// <param name="Handover">The note that it and the key before it signed (<see cref="KeyHandover"/>); empty for the first.</param>
public sealed record LogKeyLink(VerifierKey Key, long From, long? Until, string Why, ReadOnlyMemory<byte> Handover)
{
    /// <summary>
    /// The keys to trust for someone who trusts one of them: its neighbours that a handover joins to it, signed by both, and so on. A key that no such handover joins is left out, and with it every
    /// checkpoint that only it signed.
    /// </summary>
    /// <param name="links">The keys of the log in the order in which they came.</param>
    /// <param name="trusted">The key that is trusted, from elsewhere than the links.</param>
    /// <param name="rootAt">The root of the tree of a size, recomputed or from hashes that are verified later; empty for a size that the log does not have.</param>
    public static LogKeys Trusting(IReadOnlyList<LogKeyLink> links, VerifierKey trusted, Func<long, ReadOnlyMemory<byte>> rootAt)
    {
        var at = links.ToList().FindIndex(l => l.Key.ToString() == trusted.ToString());
        if (at < 0)
        {
            return LogKeys.Of(trusted);
        }

        var (first, last) = (at, at);
        while (first > 0 && Joined(first))
        {
            first--;
        }

        while (last + 1 < links.Count && Joined(last + 1))
        {
            last++;
        }

        return new LogKeys([.. links.Skip(first).Take(last - first + 1).Select(static l => new LogKeySpan(l.Key, l.From, l.Until))]);

        bool Joined(int link) => new KeyHandover(links[link - 1].Key, links[link].Key, links[link].From, rootAt(links[link].From), links[link].Why).IsSignedBy(links[link].Handover.Span);
    }
}
