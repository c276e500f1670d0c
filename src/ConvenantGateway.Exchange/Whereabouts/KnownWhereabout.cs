using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The keyed digest of an address, number or BSN of one person. The value itself is nowhere.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Digest">As <see cref="WhereaboutsDigest"/> makes it, lower-case hex.</param>
/// <param name="Category">What it was called: D02 to D05.</param>
/// <param name="IsReleased">True if who holds the case released it.</param>
public sealed record KnownWhereabout(TextFormKind Kind, string Digest, CategorySet Category, bool IsReleased)
{
    /// <summary>True for a place that counts as hidden.</summary>
    public bool IsHidden => !IsReleased && Category.Overlaps(CategorySet.Of(5));

    /// <summary>True for what stands for an address.</summary>
    public bool IsAddress => Kind is TextFormKind.Postcode or TextFormKind.Street or TextFormKind.Phrase or TextFormKind.Town;
}
