using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>
/// What must be released for an element to stay, as a bit mask: the categories, bit 30 for the class of the resource, bit 31 for what nothing releases. Zero is not the safe value here, so
/// there is no public way to get it but <see cref="Of"/>.
/// </summary>
internal static class Requirement
{
    /// <summary>No line lists it, or a line withholds it.</summary>
    public const uint Never = 1u << 31;

    /// <summary>The class of the whole resource.</summary>
    public const uint ResourceClass = 1u << 30;

    /// <summary>What a line demands.</summary>
    public static uint Of(ElementRule rule) => rule.Kind switch
    {
        ElementKind.Structure => 0,
        ElementKind.ResourceClass => ResourceClass,
        ElementKind.Category when !rule.Category.IsEmpty => rule.Category.Bits,
        _ => Never,
    };

    /// <summary>What a line demands of a Reference to the subject of the resource; <see cref="Never"/> if it makes no exception.</summary>
    public static uint OfSubject(ElementRule? rule) => rule?.Subject switch
    {
        ElementKind.Structure => 0,
        ElementKind.ResourceClass => ResourceClass,
        _ => Never,
    };

    /// <summary>What a scope fulfils.</summary>
    public static uint Fulfilled(in FilterScope scope) =>
        (scope.Released.Bits & CategorySet.All.Bits) | (!scope.ResourceClass.IsEmpty && scope.Released.Contains(scope.ResourceClass) ? ResourceClass : 0);

    /// <summary>The categories in a requirement.</summary>
    public static CategorySet Categories(uint requirement) => new(requirement & CategorySet.All.Bits);
}
