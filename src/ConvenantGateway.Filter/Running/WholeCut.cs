using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>A resource that went as a whole.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Category">What was not released.</param>
internal readonly record struct WholeCut(string Type, CategorySet Category)
{
    /// <summary>A resource in a Bundle whose type has no place: what the sender calls it is not repeated.</summary>
    public static WholeCut Unplaced { get; } = new("Resource", default);

    /// <summary>As the report says it.</summary>
    public WithheldElement ToWithheld() => new(Type, Category, 1);
}
