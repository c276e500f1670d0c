namespace ConvenantGateway.Filter.Tests;

/// <summary>One scope for every entry; class as the index found it. What names an outsider is withheld.</summary>
internal sealed class FixedScopes(string released) : IBundleScopes
{
    /// <summary>Per entry: whom it is about.</summary>
    public List<int[]> Persons { get; } = [];

    public FilterScope Of(BundleIndex bundle, int entry)
    {
        Persons.Add(bundle.PersonsOf(entry).ToArray());
        var one = bundle.Entries[entry];
        return one.NamesOutsider ? default : Lines.Scope(released) with { ResourceClass = one.Class };
    }
}
