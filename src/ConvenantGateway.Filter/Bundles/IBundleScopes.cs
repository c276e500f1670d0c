namespace ConvenantGateway.Filter;

/// <summary>Says what may stay of each entry of a foreign Bundle. Pure; called between the index pass and the filter pass, once per entry, in order.</summary>
public interface IBundleScopes
{
    /// <summary>What may stay. <see cref="FilterScope.References"/> is not read: a reference stays if it points to an entry that does.</summary>
    /// <param name="bundle">The index: types, persons, roles, references.</param>
    /// <param name="entry">Which entry, 0-based.</param>
    /// <returns>The scope; the default withholds the entry.</returns>
    FilterScope Of(BundleIndex bundle, int entry);
}
