namespace ConvenantGateway.Filter;

/// <summary>
/// The index of one foreign Bundle: where its entries, references and persons are. Holds offsets into the Bundle, never values. Reused for every Bundle, so that indexing allocates nothing once it has
/// grown; valid until the next one. Not thread safe.
/// </summary>
public sealed class BundleIndex
{
    private readonly GrowingList<BundleEntryIndex> _entries = new();
    private readonly GrowingList<BundleReference> _references = new();
    private readonly GrowingList<int> _persons = new();

    /// <summary>An empty index.</summary>
    public BundleIndex()
    {
        Targets = new ReferenceTable();
        References = new BundleTargets(Targets, Stays) { Index = this };
    }

    /// <summary>The entries, in order.</summary>
    public ReadOnlySpan<BundleEntryIndex> Entries => _entries.Items;

    /// <summary><c>Bundle.type</c>.</summary>
    public TextSpan Type { get; internal set; }

    internal GrowingList<BundleEntryIndex> EntryList => _entries;

    internal GrowingList<BundleReference> ReferenceList => _references;

    internal GrowingList<int> PersonList => _persons;

    internal ReferenceTable Targets { get; }

    internal GrowingList<bool> Stays { get; } = new();

    internal GrowingList<FilterScope> Scopes { get; } = new();

    internal EntryVisits Visits { get; } = new();

    internal BundleTargets References { get; }

    /// <summary>The references of an entry, in order.</summary>
    public ReadOnlySpan<BundleReference> ReferencesOf(int entry) => _references.Items.Slice(Entries[entry].FirstReference, Entries[entry].ReferenceCount);

    /// <summary>
    /// Whom an entry is about: the entries of the Patients it names anywhere; an entry that names none is about whom the entries that it refers to are about, however far. Empty:
    /// nobody known (<c>zaak</c>), unless <see cref="BundleEntryIndex.NamesOutsider"/>.
    /// </summary>
    public ReadOnlySpan<int> PersonsOf(int entry) => _persons.Items.Slice(Entries[entry].FirstPerson, Entries[entry].PersonCount);

    internal void Clear()
    {
        _entries.Clear();
        _references.Clear();
        _persons.Clear();
        Targets.Clear();
        Type = default;
        End();
    }

    internal void Begin(ReadOnlyMemory<byte> bundle)
    {
        Stays.Clear();
        Scopes.Clear();
        References.Bundle = bundle;
    }

    internal void End()
    {
        Scopes.Clear();
        References.Bundle = default;
    }
}
