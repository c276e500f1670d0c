namespace ConvenantGateway.Filter;

/// <summary>A reference stays if it points to an entry of the Bundle that stays; what points anywhere else goes.</summary>
internal sealed class BundleTargets(ReferenceTable table, GrowingList<bool> stays) : IReleasedReferences
{
    /// <summary>The Bundle that is filtered; empty when none is.</summary>
    public ReadOnlyMemory<byte> Bundle { get; set; }

    /// <summary>The index of the Bundle.</summary>
    public BundleIndex? Index { get; set; }

    /// <summary>The entry that is filtered.</summary>
    public int Entry { get; set; }

    /// <inheritdoc/>
    public bool IsSubject(ReadOnlySpan<byte> reference) =>
        table.Find(Bundle.Span, reference) is >= 0 and var target && Index?.PersonsOf(Entry).Contains(target) == true;

    /// <inheritdoc/>
    public bool IsReleased(ReadOnlySpan<byte> reference) => table.Find(Bundle.Span, reference) is >= 0 and var entry && stays.Items[entry];
}
