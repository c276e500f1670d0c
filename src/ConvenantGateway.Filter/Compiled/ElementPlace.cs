namespace ConvenantGateway.Filter;

/// <summary>Places that the filter itself writes to: the <c>SUBSETTED</c> tag.</summary>
internal enum ElementPlace : byte
{
    /// <summary>Anywhere else.</summary>
    Other = 0,

    /// <summary><c>meta</c> of the resource.</summary>
    Meta,

    /// <summary><c>meta.tag</c> of the resource.</summary>
    Tag,
}
