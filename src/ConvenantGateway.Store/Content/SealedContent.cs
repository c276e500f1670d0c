namespace ConvenantGateway.Store;

/// <summary>Encrypted content with its own key, wrapped.</summary>
/// <param name="Wrapped">The content's key, encrypted under the register's: nonce (12), ciphertext (32), tag (16).</param>
/// <param name="Sealed">Nonce (12), ciphertext, tag (16).</param>
internal readonly record struct SealedContent(byte[] Wrapped, byte[] Sealed);
