namespace ConvenantGateway.Audit;

/// <summary>A value with the salt that proves it against its commitment.</summary>
/// <param name="Field">The field.</param>
/// <param name="Salt">16 bytes.</param>
/// <param name="Value">The value.</param>
public sealed record OpenedValue(string Field, ReadOnlyMemory<byte> Salt, string Value);
