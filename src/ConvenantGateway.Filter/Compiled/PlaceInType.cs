using System.Text;

namespace ConvenantGateway.Filter;

/// <summary>The type that is being compiled, and the properties found so far. Used while compiling only.</summary>
internal sealed class PlaceInType(CatalogueType type, string path, bool isRoot)
{
    /// <summary>The type.</summary>
    public CatalogueType Type { get; } = type;

    /// <summary>FHIRPath of the place.</summary>
    public string Path { get; } = path;

    /// <summary>True for the resource itself.</summary>
    public bool IsRoot { get; } = isRoot;

    /// <summary>True for an element directly in the resource.</summary>
    public bool IsInRoot { get; } = path.AsSpan().Count('.') == 1;

    /// <summary>True for a Reference whose target may not be named.</summary>
    public bool HidesTarget { get; init; }

    /// <summary>The properties, by index.</summary>
    public List<ElementShape> Elements { get; } = [];

    /// <summary>The masks, by bit.</summary>
    public List<byte[]> Masks { get; } = [];

    /// <summary>Adds a property.</summary>
    public ElementShape Add(string jsonName, Func<byte[], int, ElementShape> make)
    {
        var shape = make(Encoding.UTF8.GetBytes(jsonName), Elements.Count);
        Elements.Add(shape);
        return shape;
    }

    /// <summary>An extension without its url cannot be read: it goes with it.</summary>
    public bool IsExtensionUrl(CatalogueElement element) => Type.Name == "Extension" && element.Name == "url";

    /// <summary>The text that says whom a Reference points to.</summary>
    public bool IsTarget(CatalogueElement element) => !HidesTarget && Type.Name == "Reference" && element.Name == "reference";

    /// <summary>The tags of the resource itself, among which the gateway writes its own.</summary>
    public bool IsRootTag(CatalogueElement element) => IsInRoot && Type.Name == "Meta" && element.Name == "tag";

    /// <summary>The bit of the mask that stands for a mandatory element; for a modifier, whose loss takes the whole, the bit of an empty one; -1 if it is neither.</summary>
    /// <exception cref="NotSupportedException">A type with more than 64 of them: R4 has none.</exception>
    public int AddMask(CatalogueElement element, string jsonName, CatalogueType type)
    {
        var isModifier = element.IsModifier || IsExtensionUrl(element);
        if (!element.IsMandatory && !isModifier)
        {
            return -1;
        }

        if (Masks.Count == 64)
        {
            throw new NotSupportedException($"{Type.Name} has more than 64 mandatory elements and modifiers");
        }

        Masks.Add(isModifier ? [] : Encoding.UTF8.GetBytes(Mask.Property(element, jsonName, type)));
        return Masks.Count - 1;
    }
}
