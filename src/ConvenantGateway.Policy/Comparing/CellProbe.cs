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
        : _bucket.Rules.Aggregate(Evidence.None, (set, rule) => rule.Source.Release.Aggregate(set | Demands(rule), (bits, role) => bits | role.Requires));

    public CellMatch Match(ProbePoint point)
    {
        var profile = _table.Words.ProfileAt(point.Date);
        return _bucket is not null && profile >= 0 && _from!.ExistsAt(point.Date) && _to!.ExistsAt(point.Date) && _table.Grounds.TryGetValue(point.Ground, out var ground)
            && _bucket.TryMatch(profile, ground, point.Evidence, out var subset)
            ? new CellMatch(true, subset, ground, _bucket.BasisOf(subset).Obligations)
            : new CellMatch(false, 0, 0, []);
    }

    public BetrokkeneDecision Release(ProbePoint point, CellMatch match, BetrokkeneRol rol, bool hasConsent) => match.Permits
        ? _bucket!.Release(match.Subset, match.Ground, point.Evidence, new BetrokkeneFacts(RolSet.Of(rol), hasConsent ? CategorySet.All : default))
        : default;

    private Evidence Demands(CompiledRule rule) =>
        rule.IsProhibition ? Evidence.None : _table.Grounds.Values.Where(rule.Lists).Aggregate(Evidence.None, (set, ground) => set | rule.Demand(ground));
}
