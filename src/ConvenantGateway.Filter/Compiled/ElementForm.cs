namespace ConvenantGateway.Filter;

/// <summary>What the filter does with the value of an element.</summary>
internal enum ElementForm : byte
{
    /// <summary>Skips it, whatever it is.</summary>
    Cut = 0,

    /// <summary>Copies one string, number or boolean.</summary>
    Primitive,

    /// <summary>The <c>_x</c> sibling of a primitive: walks its extensions.</summary>
    Sibling,

    /// <summary>Walks an object.</summary>
    Complex,

    /// <summary><c>Reference.reference</c>: copied if its target is released; if not, the whole Reference goes.</summary>
    Target,

    /// <summary><c>resourceType</c>.</summary>
    ResourceType,
}
