namespace ConvenantGateway.Host.Connect;

/// <summary>A kind of refusal before authentication.</summary>
/// <param name="Prefix">Address prefix.</param>
/// <param name="Reason">A permanent word: <c>no-certificate</c>, <c>unknown-ca</c>, <c>expired</c>, <c>no-client-eku</c>, <c>revoked</c>, <c>handshake-failed</c>, <c>nobody</c> …</param>
internal readonly record struct HandshakeRefusal(string Prefix, string Reason);
