namespace ConvenantGateway.Exchange;

/// <summary>Keys that are made once and durable before use (<c>keys.db</c>). Thread safe.</summary>
public interface IRegionKeys
{
    /// <summary>The 32-byte HMAC key of a region, for handles.</summary>
    ReadOnlyMemory<byte> HandleKey(string region);
}
