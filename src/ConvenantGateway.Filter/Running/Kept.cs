namespace ConvenantGateway.Filter;

/// <summary>What became of a value.</summary>
internal enum Kept : byte
{
    /// <summary>Nothing of it is left.</summary>
    No = 0,

    /// <summary>It, or something in it, stays.</summary>
    Yes,

    /// <summary>It names a target that is not released: the Reference around it goes.</summary>
    Target,

    /// <summary>It was dealt with before, together with its sibling.</summary>
    Passed,

    /// <summary>The input is refused: stop.</summary>
    Refused,
}
