namespace ConvenantGateway.Policy;

/// <summary>Goes through every point of one cell and holds each against the invariants that speak of it.</summary>
internal sealed class CellProof
{
    private static readonly BetrokkeneRol[] Roles = [.. Enum.GetValues<BetrokkeneRol>().Where(r => r != BetrokkeneRol.Onbekend)];
    private static readonly DataOrigins[] OwnOnly = [DataOrigins.None];
    private static readonly DataOrigins[] Labels =
        [DataOrigins.None, DataOrigins.Wpg, DataOrigins.Medical, DataOrigins.Melding, DataOrigins.Hvb, DataOrigins.Wpg | DataOrigins.Hvb, DataOrigins.Unknown];

    private readonly (string From, string To, string Purpose, Initiative By) _cell;
    private readonly PolicyTable _table;
    private readonly CellProbe _probe;
    private readonly CellProbe? _statute;
    private readonly ProofLedger _ledger;
    private readonly List<(int Index, Invariant Invariant)> _invariants;
    private readonly BetrokkeneFacts[] _persons;
    private readonly IReadOnlyList<Declarations?> _declarations;

    public CellProof(string from, string to, string purpose, Initiative by, PolicyTable table, PolicyTable? statute, ProofLedger ledger)
    {
        _cell = (from, to, purpose, by);
        _table = table;
        _probe = CellProbe.Of(table, from, to, purpose, by);
        _statute = statute is null ? null : CellProbe.Of(statute, from, to, purpose, by);
        _ledger = ledger;
        _persons = PersonsOf(_probe.Origins);
        _declarations = DeclarationStates.Of(_probe.Rules);
        _invariants = [.. table.Words.Invariants.Select((invariant, i) => (i, invariant)).Where(x => x.invariant.Then is not null && x.invariant.When.Holds(from, to, purpose, by))];
    }

    public void Run(IReadOnlyList<DateOnly> dates)
    {
        foreach (var date in dates)
        {
            var profile = _table.Words.ProfileAt(date);
            foreach (var ground in _probe.Grounds)
            {
                foreach (var emergency in new[] { false, true })
                {
                    var asked = new AskedInvariants(_invariants.Where(x => profile >= 0 && (x.Invariant.When.Profiles >> profile & 1) == 1
                        && (x.Invariant.When.Emergency ?? emergency) == emergency
                        && (x.Invariant.When.Grounds.IsEmpty || x.Invariant.When.Grounds.Contains(ground, StringComparer.Ordinal))), _persons, _ledger);
                    foreach (var declared in _declarations)
                    {
                        foreach (var evidence in EvidenceSubsets.Of(_probe.EvidenceBits))
                        {
                            Point(new ProbePoint(_cell.From, _cell.To, _cell.Purpose, _cell.By, ground, date, evidence, emergency) { Declared = declared }, asked);
                        }
                    }
                }
            }
        }
    }

    private void Point(ProbePoint point, AskedInvariants asked)
    {
        var match = _probe.Match(point);
        asked.CountPoint();
        if (!match.Permits)
        {
            return;
        }

        foreach (var (index, invariant) in asked.OfExchange)
        {
            if (!IsExcepted(invariant, match) && BreaksAsAWhole(invariant, point, match))
            {
                Break(index, point.Example(null, false));
            }
        }

        asked.CountPersons();
        for (var i = 0; i < _persons.Length; i++)
        {
            var released = _probe.Release(point, match, _persons[i]);
            foreach (var (index, invariant) in asked.OfPerson(i, released.Released))
            {
                if (!IsExcepted(invariant, match) && BreaksFor(invariant, point, match, _persons[i], released))
                {
                    var (rol, origin) = (_persons[i].Rollen.Roles().First(), _persons[i].Origins);
                    Break(index, $"{point.Example(rol, !_persons[i].ConsentScope.IsEmpty)}{(origin == DataOrigins.None ? "" : $", label {CodeWords.Word(origin)}")}: {released.Released} {released.Level}");
                }
            }
        }
    }

    private static BetrokkeneFacts[] PersonsOf(DataOrigins passedOn) =>
    [
        .. from rol in Roles
           from origin in passedOn == DataOrigins.None ? OwnOnly : Labels
           from consent in new[] { CategorySet.All, default }
           select new BetrokkeneFacts(RolSet.Of(rol), consent, origin),
    ];

    private bool BreaksAsAWhole(Invariant invariant, ProbePoint point, CellMatch match) => invariant.Then!.Kind switch
    {
        ClaimKind.Deny => true,
        ClaimKind.Demands => (invariant.Then.Evidence & ~point.Evidence) != 0,
        ClaimKind.Obligations => invariant.Then.Obligations.Except(match.Obligations).Any(),
        ClaimKind.Grounds => !invariant.Then.Grounds.Contains(point.Ground, StringComparer.Ordinal),
        ClaimKind.Property => !DecisionProperties.HoldsOfMatch(invariant.Then.Property, _probe, _statute, point, match),
        _ => false,
    };

    private bool BreaksFor(Invariant invariant, ProbePoint point, CellMatch match, in BetrokkeneFacts facts, BetrokkeneDecision released) => invariant.Then!.Kind switch
    {
        ClaimKind.Never => released.Released.Overlaps(invariant.Then.Categories),
        ClaimKind.AtMost => released.Level > invariant.Then.Level,
        ClaimKind.Property => !DecisionProperties.HoldsOfPerson(invariant.Then.Property, _probe, _statute, point, match, facts, released),
        _ => false,
    };

    private bool IsExcepted(Invariant invariant, CellMatch match)
    {
        if (invariant.Except.IsEmpty)
        {
            return false;
        }

        var rules = _probe.Rules;
        for (var i = 0; i < rules.Count; i++)
        {
            if ((match.Subset & (1 << i)) != 0 && invariant.IsExcepted(rules[i].Source))
            {
                return true;
            }
        }

        return false;
    }

    private void Break(int index, string example) => _ledger.CounterExamples[index] ??= example;
}
