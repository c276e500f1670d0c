namespace ConvenantGateway.Audit;

/// <summary>A sealing key that is destroyed: with it go all values of one viewer about one person in one class that were sealed until then.</summary>
/// <param name="Viewer">The viewer.</param>
/// <param name="Person">The person's blind value under the viewer's search key, 16 bytes.</param>
/// <param name="Retention">The class.</param>
/// <param name="KeyId">What names the key: 16 bytes that tell nothing of it. A key that is made later for the same person has another.</param>
public sealed record ErasedKey(string Viewer, ReadOnlyMemory<byte> Person, RetentionClass Retention, ReadOnlyMemory<byte> KeyId)
{
    /// <summary>One line, as the tombstone's digest counts it: viewer, blind value, class, key id, separated by a space.</summary>
    public override string ToString() =>
        $"{Viewer} {Convert.ToHexStringLower(Person.Span)} {RetentionClassNames.NameOf(Retention)} {Convert.ToHexStringLower(KeyId.Span)}";
}
