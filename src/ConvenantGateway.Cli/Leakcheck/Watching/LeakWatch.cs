namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>Looks at everything that the gateway gives away, and remembers what was not allowed. Thread safe while no canary is made.</summary>
internal sealed class LeakWatch(CanaryBook book)
{
    private readonly TokenScanner _scanner = new(book);
    private readonly List<Leak> _leaks = [];
    private readonly Dictionary<Channel, long> _bytes = [];
    private readonly HashSet<string> _arrived = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>What was not allowed, each canary once per channel and side.</summary>
    public IReadOnlyList<Leak> Leaks => _leaks;

    /// <summary>Bytes read, per channel.</summary>
    public IReadOnlyDictionary<Channel, long> Bytes => _bytes;

    /// <summary>How many canaries arrived where they may: a run in which nothing arrives proves nothing.</summary>
    public int Arrived => _arrived.Count;

    /// <summary>Looks.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="side">The organisation that sees the bytes; empty for an operator, a log collector or a disk: none may see any.</param>
    /// <param name="where">For the report.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="showsOwn">The side may see again what it sent itself: its officers' pages and its exports.</param>
    public void See(Channel channel, string side, string where, ReadOnlySpan<byte> bytes, bool showsOwn = false)
    {
        var hits = _scanner.Scan(bytes);
        lock (_lock)
        {
            _bytes[channel] = _bytes.GetValueOrDefault(channel) + bytes.Length;
            foreach (var hit in hits)
            {
                if (side.Length > 0 && (hit.Canary.MayReach(side) || (showsOwn && hit.Canary.Home.Sender == side)))
                {
                    _arrived.Add(hit.Canary.Token);
                }
                else if (!_leaks.Exists(l => l.Channel == channel && l.Side == side && l.Hit.Canary == hit.Canary))
                {
                    _leaks.Add(new Leak(channel, side, where, hit));
                }
            }
        }
    }
}
