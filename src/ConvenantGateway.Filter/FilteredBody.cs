using System.Collections.Immutable;

namespace ConvenantGateway.Filter;

/// <summary>
/// The bytes that are left of one resource after the filter: the only proof that a resource went through it, since nothing else can make one.
/// Immutable and thread safe.
/// </summary>
public sealed class FilteredBody
{
    internal FilteredBody(ReadOnlyMemory<byte> utf8, ImmutableArray<WithheldElement> withheld)
    {
        Utf8 = utf8;
        Withheld = withheld;
    }

    /// <summary>Compact UTF-8 JSON of one resource.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>What was cut: paths and counts, never values.</summary>
    public ImmutableArray<WithheldElement> Withheld { get; }
}
