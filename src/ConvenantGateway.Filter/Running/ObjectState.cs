namespace ConvenantGateway.Filter;

/// <summary>How far the walk of one object is.</summary>
internal struct ObjectState
{
    /// <summary>True once a key was read.</summary>
    public bool IsBegun;

    /// <summary>True once something of it was written.</summary>
    public bool Any;

    /// <summary>The masks of the mandatory elements that stay.</summary>
    public ulong KeptMasks;
}
