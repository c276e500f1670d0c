namespace ConvenantGateway.Audit;

/// <summary>The keys of the values beside the log. A key that was handed out is durable, and its bytes never change: who seals under it holds no copy. Thread safe.</summary>
public interface IRecordKeys
{
    /// <summary>The viewer's 32-byte key for blind search; made at first use.</summary>
    ReadOnlyMemory<byte> SearchKey(string viewer);

    /// <summary>The 32-byte key that seals values of a viewer about one betrokkene; made at first use.</summary>
    /// <param name="viewer">The viewer.</param>
    /// <param name="person">The person's blind value under the viewer's search key, 16 bytes; empty for values about nobody.</param>
    /// <param name="retention">The class.</param>
    ReadOnlyMemory<byte> SealingKey(string viewer, ReadOnlySpan<byte> person, RetentionClass retention);

    /// <summary>The same key, or null if it was never made or was destroyed.</summary>
    byte[]? FindSealingKey(string viewer, ReadOnlySpan<byte> person, RetentionClass retention);
}
