using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>What the index pass found of one entry: offsets only, no values.</summary>
public readonly record struct BundleEntryIndex
{
    /// <summary>The resource, braces included; empty if the entry has none.</summary>
    public TextSpan Resource { get; init; }

    /// <summary><c>resourceType</c>; empty if there is none, or it is escaped, or the resource's <c>id</c> has not the form of one: such an entry is withheld.</summary>
    public TextSpan Type { get; init; }

    /// <summary><c>id</c>; empty if there is none.</summary>
    public TextSpan Id { get; init; }

    /// <summary><c>fullUrl</c>; empty if there is none.</summary>
    public TextSpan FullUrl { get; init; }

    /// <summary><c>search.mode</c>; empty if there is none.</summary>
    public TextSpan Mode { get; init; }

    /// <summary>The class of the whole resource, by its codes and labels (<c>policies/elements</c>).</summary>
    public CategorySet Class { get; init; }

    /// <summary>For a Patient: the roles in its tags; no role releases nothing.</summary>
    public RolSet Rollen { get; init; }

    /// <summary>True if the resource names a person that the Bundle does not hold: a Patient elsewhere, or one in <c>contained</c>. What may flow of that person is not known here.</summary>
    public bool NamesOutsider { get; init; }

    internal int FirstReference { get; init; }

    internal int ReferenceCount { get; init; }

    internal int FirstPerson { get; init; }

    internal int PersonCount { get; init; }
}
