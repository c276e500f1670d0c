namespace ConvenantGateway.Host.Release;

/// <summary>Metadata of an address whose bytes are the same for everybody: a stylesheet holds no record and needs none.</summary>
/// <param name="ContentType">The media type.</param>
/// <param name="Bytes">The bytes.</param>
internal sealed record ConstantAsset(string ContentType, ReadOnlyMemory<byte> Bytes);
