using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>
/// Proves by enumeration what a change of policy newly allows and denies. The field is finite: every kind, purpose, initiative, date at which anything changes, ground,
/// set of evidence that a rule looks at, role, with and without consent. What is not a decision (parties, elements, term) is compared as such; doubt counts as allowed.
/// </summary>
public static class PolicyDiff
{
    /// <summary>Compares two sets under the same covenant id. Signatures do not count: the question is what the rules say.</summary>
    public static PolicyComparison Compare(PolicySnapshot old, PolicySnapshot candidate)
    {
        var allowed = ImmutableArray.CreateBuilder<PolicyChange>();
        var denied = ImmutableArray.CreateBuilder<PolicyChange>();
        Cells(old, candidate, allowed, denied);
        SnapshotDiff.Compare(old, candidate, allowed, denied);
        return new PolicyComparison(Merge(allowed), Merge(denied));
    }

    private static readonly bool[] Consents = [false, true];

    private static void Cells(PolicySnapshot old, PolicySnapshot candidate, ImmutableArray<PolicyChange>.Builder allowed, ImmutableArray<PolicyChange>.Builder denied)
    {
        var (before, after) = (old.Decider.Table, candidate.Decider.Table);
        var dates = LawDates.Of([before.Words, after.Words]);
        foreach (var (from, to, purpose, by) in before.Cells().Union(after.Cells()))
        {
            var (one, other) = (CellProbe.Of(before, from, to, purpose, by), CellProbe.Of(after, from, to, purpose, by));
            var bits = one.EvidenceBits | other.EvidenceBits;
            var declarations = DeclarationStates.Of(one.Rules.Concat(other.Rules));
            foreach (var ground in one.Grounds.Union(other.Grounds, StringComparer.Ordinal))
            {
                foreach (var date in dates)
                {
                    foreach (var declared in declarations)
                    {
                        foreach (var evidence in EvidenceSubsets.Of(bits))
                        {
                            Releases(new ProbePoint(from, to, purpose, by, ground, date, evidence, false) { Declared = declared }, one, other, allowed, denied);
                            Releases(new ProbePoint(from, to, purpose, by, ground, date, evidence, true) { Declared = declared }, one, other, allowed, denied);
                        }
                    }
                }
            }
        }
    }

    private static void Releases(ProbePoint point, CellProbe before, CellProbe after, ImmutableArray<PolicyChange>.Builder allowed, ImmutableArray<PolicyChange>.Builder denied)
    {
        var (old, now) = (before.Match(point), after.Match(point));
        if (!old.Permits && !now.Permits)
        {
            return;
        }

        if (old.Permits != now.Permits)
        {
            (now.Permits ? allowed : denied).Add(new PolicyChange(point.Where(null), "exchange", point.Example(null, false)));
        }

        var dropped = old.Obligations.Except(now.Obligations).ToList();
        if (old.Permits && now.Permits && dropped.Count > 0)
        {
            allowed.Add(new PolicyChange(point.Where(null), $"without {string.Join(' ', dropped)}", point.Example(null, false)));
        }

        if (old.Permits && now.Permits && (old.Warns & ~now.Warns) is var unwarned && unwarned != Evidence.None)
        {
            allowed.Add(new PolicyChange(point.Where(null), $"without a warning of {string.Join(' ', EvidenceWords.Words(unwarned))}", point.Example(null, false)));
        }

        foreach (var facts in Facts(before.Origins | after.Origins))
        {
            var was = before.Release(point, old, facts);
            var will = after.Release(point, now, facts);
            Add(allowed, was, will, point, facts);
            Add(denied, will, was, point, facts);
        }
    }

    /// <summary>Every role, with and without consent, of the sender's own data and of every label that a rule of the cell passes on.</summary>
    private static IEnumerable<BetrokkeneFacts> Facts(DataOrigins labels) =>
        from rol in Enum.GetValues<BetrokkeneRol>()
        where rol != BetrokkeneRol.Onbekend
        from hasConsent in Consents
        from origin in Enum.GetValues<DataOrigins>()
        where origin == DataOrigins.None || labels.HasFlag(origin)
        select new BetrokkeneFacts(RolSet.Of(rol), hasConsent ? CategorySet.All : default, origin);

    private static void Add(ImmutableArray<PolicyChange>.Builder changes, BetrokkeneDecision less, BetrokkeneDecision more, ProbePoint point, BetrokkeneFacts facts)
    {
        var (rol, hasConsent) = (facts.Rollen.Roles().First(), !facts.ConsentScope.IsEmpty);
        var extra = more.Released - less.Released;
        if (!extra.IsEmpty)
        {
            changes.Add(new PolicyChange(point.Where(rol, facts.Origins), extra.ToString(), point.Example(rol, hasConsent)));
        }

        if (more.Level > less.Level)
        {
            changes.Add(new PolicyChange(point.Where(rol, facts.Origins), more.Level.ToString(), point.Example(rol, hasConsent)));
        }
    }

    private static ImmutableArray<PolicyChange> Merge(ImmutableArray<PolicyChange>.Builder changes) =>
        [.. changes.GroupBy(c => (c.Where, c.What)).Select(g => g.First()).OrderBy(c => c.Where, StringComparer.Ordinal).ThenBy(c => c.What, StringComparer.Ordinal)];
}
