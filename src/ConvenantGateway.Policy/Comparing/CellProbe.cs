namespace ConvenantGateway.Policy;

/// <summary>Asks one cell of a table as the decision would, by kind and not by partner.</summary>
internal sealed class CellProbe
{
    private readonly PolicyTable _table;
    private readonly RuleBucket? _bucket;
    private readonly PartyKindDefinition? _from;
    private readonly PartyKindDefinition? _to;

    private CellProbe(PolicyTable table, RuleBucket? bucket, PartyKindDefinition? from, PartyKindDefinition? to)
    {
        _table = table;
        _bucket = bucket;
        _from = from;
        _to = to;
    }

    /// <summary>A cell by names; one of a kind or purpose that the table does not know denies everything.</summary>
    public static CellProbe Of(PolicyTable table, string from, string to, string purpose, Initiative by) =>
        table.Kinds.TryGetValue(from, out var f) && table.Kinds.TryGetValue(to, out var t) && table.Purposes.TryGetValue(purpose, out var p)
            ? new CellProbe(table, table.Bucket(f, t, p, by), table.Words.Kinds[from], table.Words.Kinds[to])
            : new CellProbe(table, null, null, null);

    public IEnumerable<string> Grounds => _bucket is null ? [] : _table.Grounds.Where(g => _bucket.Rules.Any(r => !r.IsProhibition && r.Lists(g.Value))).Select(g => g.Key);

    /// <summary>The evidence that any rule of the cell looks at.</summary>
    public Evidence EvidenceBits => _bucket is null
        ? Evidence.None
        : _bucket.Rules.Aggregate(Evidence.None, (set, rule) => rule.Source.Release.Aggregate(set | Demands(rule), (bits, role) => bits | role.Requires)) | OnwardBits;

    private Evidence OnwardBits => _table.Words.Onward.Where(o => (Origins & o.Origin) != 0).Aggregate(Evidence.None, (set, o) => set | o.Evidence);

    public CellMatch Match(ProbePoint point)
    {
        var profile = _table.Words.ProfileAt(point.Date);
        return _bucket is not null && profile >= 0 && _from!.ExistsAt(point.Date) && _to!.ExistsAt(point.Date) && _table.Grounds.TryGetValue(point.Ground, out var ground)
            && _bucket.TryMatch(profile, ground, point.Evidence, point.Emergency, point.Declared, point.Date, out var subset)
            ? new CellMatch(true, subset, ground, _bucket.BasisOf(subset).Obligations) { Warns = _bucket.Missed(subset, point.Evidence) }
            : new CellMatch(false, 0, 0, []);
    }

    public BetrokkeneDecision Release(ProbePoint point, CellMatch match, in BetrokkeneFacts facts)
    {
        if (!match.Permits)
        {
            return default;
        }

        var released = _bucket!.Release(match.Subset, match.Ground, point.Evidence, facts);
        var left = released.Released & _table.Onward.Cap(facts.Origins, point.Evidence, CategorySet.All);
        return new BetrokkeneDecision(left, left.IsEmpty ? StatusLevel.L0 : released.Level);
    }

    /// <summary>The rules of the cell; none where it has none.</summary>
    public IReadOnlyList<CompiledRule> Rules => _bucket?.Rules ?? [];

    /// <summary>Labels that any rule of the cell passes on.</summary>
    public DataOrigins Origins => Rules.Aggregate(DataOrigins.None, (set, rule) => set | rule.Source.Onward);

    /// <summary>True for a ground that rests on consent.</summary>
    public bool DemandsConsent(string ground) => _table.Words.Grounds[ground].Demands.HasFlag(Evidence.Consent);

    /// <summary>The most that roles with an own ground release: what flows without anybody's consent under a ground of consent.</summary>
    public CategorySet MostWithoutConsent(ProbePoint point, in BetrokkeneFacts facts)
    {
        var profile = _table.Words.ProfileAt(point.Date);
        if (profile < 0 || !_table.Grounds.TryGetValue(point.Ground, out var ground))
        {
            return default;
        }

        var most = 0u;
        var prohibited = 0u;
        foreach (var rule in Rules.Where(r => r.Matches(profile, ground, point.Evidence, point.Emergency)))
        {
            prohibited |= rule.Prohibited;
            if (!rule.IsProhibition && rule.PassesOn(facts.Origins))
            {
                foreach (var rol in facts.Rollen.Roles())
                {
                    most |= rule.Categories(rol, ground, point.Evidence, default) & ~rule.Never;
                }
            }
        }

        return new CategorySet(most & ~prohibited) & _table.Onward.Cap(facts.Origins, point.Evidence, CategorySet.All);
    }

    private Evidence Demands(CompiledRule rule) =>
        rule.IsProhibition ? Evidence.None : _table.Grounds.Values.Where(rule.Lists).Aggregate(Evidence.None, (set, ground) => set | rule.Demand(ground));
}
