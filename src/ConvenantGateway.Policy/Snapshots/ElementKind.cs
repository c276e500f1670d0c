namespace ConvenantGateway.Policy;

/// <summary>What an element line says.</summary>
public enum ElementKind : byte
{
    /// <summary>Never released; the same as not listing it, with the reason visible in the file.</summary>
    Withheld = 0,

    /// <summary>Released if its category is.</summary>
    Category = 1,

    /// <summary>Released with the resource, or the resource goes (<c>structure</c>): ids, status, references in the bundle, modifiers.</summary>
    Structure = 2,

    /// <summary>Released if the class of the whole resource is (<c>class</c>).</summary>
    ResourceClass = 3,
}
