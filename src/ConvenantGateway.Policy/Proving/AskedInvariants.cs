namespace ConvenantGateway.Policy;

/// <summary>
/// The invariants that speak of the points of one stretch of time, ground and procedure, sorted by what they look at: so that a point which releases nothing forbidden is passed at once.
/// Not thread safe.
/// </summary>
internal sealed class AskedInvariants
{
    private readonly ProofLedger _ledger;
    private readonly int[] _indices;
    private readonly (int Index, int Persons)[] _spoken;
    private readonly (int Index, Invariant Invariant)[][] _never;
    private readonly (int Index, Invariant Invariant)[][] _other;
    private readonly CategorySet[] _forbidden;
    private readonly int _persons;

    public AskedInvariants(IEnumerable<(int Index, Invariant Invariant)> asked, BetrokkeneFacts[] persons, ProofLedger ledger)
    {
        var all = asked.ToList();
        _ledger = ledger;
        _persons = persons.Length;
        _indices = [.. all.Select(x => x.Index)];
        OfExchange = [.. all.Where(x => x.Invariant.Then!.Kind is ClaimKind.Deny or ClaimKind.Demands or ClaimKind.Obligations or ClaimKind.Grounds or ClaimKind.Property)];
        var aboutPersons = all.Where(x => x.Invariant.Then!.Kind is ClaimKind.Never or ClaimKind.AtMost or ClaimKind.Property).ToList();
        _spoken = [.. aboutPersons.Select(x => (x.Index, persons.Count(p => SpeaksOf(x.Invariant, p)))).Where(x => x.Item2 > 0)];
        _never = [.. persons.Select(p => aboutPersons.Where(x => x.Invariant.Then!.Kind == ClaimKind.Never && SpeaksOf(x.Invariant, p)).ToArray())];
        _other = [.. persons.Select(p => aboutPersons.Where(x => x.Invariant.Then!.Kind != ClaimKind.Never && SpeaksOf(x.Invariant, p)).ToArray())];
        _forbidden = [.. _never.Select(n => n.Aggregate(default(CategorySet), (set, x) => set | x.Invariant.Then!.Categories))];
    }

    /// <summary>Those that look at the exchange as a whole.</summary>
    public (int Index, Invariant Invariant)[] OfExchange { get; }

    /// <summary>Those to hold against what is released about a person; what forbids categories only where one of them is released.</summary>
    public IEnumerable<(int Index, Invariant Invariant)> OfPerson(int person, CategorySet released) =>
        released.Overlaps(_forbidden[person]) ? _never[person].Concat(_other[person]) : _other[person];

    public void CountPoint()
    {
        _ledger.Decided++;
        foreach (var index in _indices)
        {
            _ledger.Points[index]++;
        }
    }

    public void CountPersons()
    {
        _ledger.Decided += _persons;
        foreach (var (index, count) in _spoken)
        {
            _ledger.Points[index] += count;
        }
    }

    private static bool SpeaksOf(Invariant invariant, BetrokkeneFacts person) =>
        (invariant.When.Roles.IsEmpty || invariant.When.Roles.Contains(person.Rollen.Roles().First()))
        && (invariant.When.Origins == DataOrigins.None || (invariant.When.Origins & person.Origins) != 0);
}
