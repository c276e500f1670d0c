using ConvenantGateway.Filter;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Filtered bytes that the safe-contact guard has passed: the only proof of it. What is stored for another or read by another is made of these. Immutable and thread safe.
/// </summary>
public sealed class GuardedBody
{
    internal GuardedBody(FilteredBody body) => Utf8 = body.Utf8;

    /// <summary>Compact UTF-8 JSON of one resource.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>A partner's own register and inbox (rule SELF): nothing was cut that its reader does not have, so nothing is looked for.</summary>
    internal static GuardedBody OfOwn(ExchangeCall call, FilteredBody body)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(call.IsOwn, true);
        return new GuardedBody(body);
    }
}
