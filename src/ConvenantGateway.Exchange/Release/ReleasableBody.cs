using System.Security.Cryptography;

namespace ConvenantGateway.Exchange;

/// <summary>
/// A body that may leave, if a receipt for its digest exists. Closed: filtered bytes, a constant of the gateway, or an answer composed from decided values. Immutable.
/// </summary>
public abstract class ReleasableBody
{
    private ReleasableBody(ReadOnlyMemory<byte> utf8)
    {
        Utf8 = utf8;
        Digest = Convert.ToHexStringLower(SHA256.HashData(utf8.Span));
    }

    /// <summary>The bytes that will be sent.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Digest { get; }

    /// <summary>What filter and guard left of one resource.</summary>
    public sealed class Filtered : ReleasableBody
    {
        /// <summary>Only the guard can make its argument, of what only the filter can make.</summary>
        public Filtered(GuardedBody body)
            : base(body.Utf8)
        {
        }
    }

    /// <summary>The same bytes for everybody: holds nothing of a request or a register.</summary>
    public sealed class Constant : ReleasableBody
    {
        internal Constant(ReadOnlyMemory<byte> utf8)
            : base(utf8)
        {
        }

        /// <summary>No body.</summary>
        public static Constant Empty { get; } = new(ReadOnlyMemory<byte>.Empty);
    }

    /// <summary>Composed from decided values: codes, ids, paths, filtered resources, a token.</summary>
    public sealed class Composed : ReleasableBody
    {
        internal Composed(ReadOnlyMemory<byte> utf8)
            : base(utf8)
        {
        }
    }
}
