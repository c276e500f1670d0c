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

    private static void Cells(PolicySnapshot old, PolicySnapshot candidate, ImmutableArray<PolicyChange>.Builder allowed, ImmutableArray<PolicyChange>.Builder denied)
    {
        var (before, after) = (old.Decider.Table, candidate.Decider.Table);
        var dates = Dates(old, candidate);
        foreach (var (from, to, purpose, by) in before.Cells().Union(after.Cells()))
        {
            var (one, other) = (CellProbe.Of(before, from, to, purpose, by), CellProbe.Of(after, from, to, purpose, by));
            var bits = one.EvidenceBits | other.EvidenceBits;
            foreach (var ground in one.Grounds.Union(other.Grounds, StringComparer.Ordinal))
            {
                foreach (var date in dates)
                {
                    foreach (var evidence in Subsets(bits))
                    {
                        Releases(new ProbePoint(from, to, purpose, by, ground, date, evidence), one, other, allowed, denied);
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

        for (var rol = BetrokkeneRol.Slachtoffer; rol <= BetrokkeneRol.Zaak; rol++)
        {
            foreach (var hasConsent in new[] { false, true })
            {
                var was = before.Release(point, old, rol, hasConsent);
                var will = after.Release(point, now, rol, hasConsent);
                Add(allowed, was, will, point, rol, hasConsent);
                Add(denied, will, was, point, rol, hasConsent);
            }
        }
    }

    private static void Add(ImmutableArray<PolicyChange>.Builder changes, BetrokkeneDecision less, BetrokkeneDecision more, ProbePoint point, BetrokkeneRol rol, bool hasConsent)
    {
        var extra = more.Released - less.Released;
        if (!extra.IsEmpty)
        {
            changes.Add(new PolicyChange(point.Where(rol), extra.ToString(), point.Example(rol, hasConsent)));
        }

        if (more.Level > less.Level)
        {
            changes.Add(new PolicyChange(point.Where(rol), more.Level.ToString(), point.Example(rol, hasConsent)));
        }
    }

    /// <summary>One day of every stretch in which nothing changes, in either set.</summary>
    private static List<DateOnly> Dates(PolicySnapshot old, PolicySnapshot candidate)
    {
        var dates = new SortedSet<DateOnly>();
        foreach (var snapshot in new[] { old, candidate })
        {
            var words = snapshot.Decider.Table.Words;
            dates.UnionWith(words.Profiles.Select(p => p.From));
            foreach (var kind in words.Kinds.Values)
            {
                dates.Add(kind.From);
                if (kind.Until is { } until && until < DateOnly.MaxValue)
                {
                    dates.Add(until.AddDays(1));
                }
            }
        }

        return [.. dates];
    }

    private static IEnumerable<Evidence> Subsets(Evidence bits)
    {
        var subset = bits;
        while (true)
        {
            yield return subset;
            if (subset == Evidence.None)
            {
                yield break;
            }

            subset = (Evidence)(((int)subset - 1) & (int)bits);
        }
    }

    private static ImmutableArray<PolicyChange> Merge(ImmutableArray<PolicyChange>.Builder changes) =>
        [.. changes.GroupBy(c => (c.Where, c.What)).Select(g => g.First()).OrderBy(c => c.Where, StringComparer.Ordinal).ThenBy(c => c.What, StringComparer.Ordinal)];
}
