namespace ConvenantGateway.Filter;

/// <summary>What stands in JSON for a type.</summary>
internal enum TypeForm : byte
{
    /// <summary>An object.</summary>
    Complex = 0,

    /// <summary>An object with <c>resourceType</c>.</summary>
    Resource,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A boolean.</summary>
    Boolean,
}
