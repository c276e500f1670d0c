namespace ConvenantGateway.Store;

/// <summary>How a partner's list and the log differ.</summary>
public enum DifferenceKind
{
    /// <summary>In the list and not in the log: never written, or cut.</summary>
    OnlyListed,

    /// <summary>In the log and not in the list, within the time that is compared.</summary>
    OnlyLogged,

    /// <summary>Both have it, and speak of different bytes.</summary>
    Digest,

    /// <summary>Both have it, and the leaf or its place is another than the receipt said: the log was rewritten.</summary>
    Leaf,

    /// <summary>The list has the transaction twice, and differs from itself.</summary>
    ListedTwice,
}
