using System.Net;
using System.Net.Sockets;

namespace ConvenantGateway.Host.Connect;

/// <summary>
/// Counts refusals before authentication exactly, per address prefix (/24, /64), reason and minute, with bounds: or anyone with a socket could fill the disk (design.md section 7).
/// Beyond the bound they are counted under the prefix <c>other</c>. Thread safe.
/// </summary>
internal sealed class HandshakeRefusals
{
    private const int MaxKeys = 1_000;

    private readonly Dictionary<HandshakeRefusal, int> _counts = [];
    private readonly Lock _lock = new();

    /// <summary>Counts one.</summary>
    public void Count(IPAddress? address, string reason)
    {
        var key = new HandshakeRefusal(Prefix(address), reason);
        lock (_lock)
        {
            if (!_counts.ContainsKey(key) && _counts.Count >= MaxKeys)
            {
                key = key with { Prefix = "other" };
            }

            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Takes what was counted; the caller records it, or gives it back.</summary>
    public IReadOnlyList<(HandshakeRefusal Refusal, int Count)> Take()
    {
        lock (_lock)
        {
            var taken = _counts.Select(static p => (p.Key, p.Value)).ToList();
            _counts.Clear();
            return taken;
        }
    }

    /// <summary>Gives back what could not be recorded.</summary>
    public void GiveBack(HandshakeRefusal refusal, int count)
    {
        lock (_lock)
        {
            _counts[refusal] = _counts.GetValueOrDefault(refusal) + count;
        }
    }

    private static string Prefix(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? $"{bytes[0]}.{bytes[1]}.{bytes[2]}.0/24"
            : $"{new IPAddress([.. bytes.AsSpan(0, 8), 0, 0, 0, 0, 0, 0, 0, 0])}/64";
    }
}
