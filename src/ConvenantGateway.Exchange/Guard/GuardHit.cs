using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>An outgoing resource that tells what may not flow. Says where, never what.</summary>
/// <param name="Entry">0-based index of the entry.</param>
/// <param name="Category">D02 to D05, D21.</param>
internal sealed record GuardHit(int Entry, CategorySet Category)
{
    /// <summary>What no message may carry: a hidden place, or who reported.</summary>
    public static readonly CategorySet Blocking = CategorySet.Of(5) | CategorySet.Of(21);

    /// <summary>True if the whole message stops.</summary>
    public bool Blocks => Category.Overlaps(Blocking);

    /// <summary>Where, as the sender reads it.</summary>
    public string Expression => $"Bundle.entry[{Entry}].resource";
}
