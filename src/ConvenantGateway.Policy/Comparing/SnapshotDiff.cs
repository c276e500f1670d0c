using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Compares what is no rule: parties, term, article 20 decisions, element classification, limits, retention. Where it cannot tell narrower from wider it says wider.</summary>
internal static class SnapshotDiff
{
    public static void Compare(PolicySnapshot old, PolicySnapshot candidate, ImmutableArray<PolicyChange>.Builder allowed, ImmutableArray<PolicyChange>.Builder denied)
    {
        Terms(old.Covenant, candidate.Covenant, allowed, denied);
        Partners(old, candidate, allowed, denied);
        Grounds(old, candidate, allowed);
        Onward(old.Decider.Table.Words, candidate.Decider.Table.Words, allowed, denied);
        Wegwijzer(old.Wegwijzer, candidate.Wegwijzer, allowed);
        RetentionDiff.Compare(old, candidate, allowed, denied);
        foreach (var type in old.Elements.Keys.Union(candidate.Elements.Keys, StringComparer.Ordinal))
        {
            ElementsDiff.Compare(type, old.Elements.GetValueOrDefault(type), candidate.Elements.GetValueOrDefault(type), allowed, denied);
        }
    }

    private static void Terms(CovenantTerms old, CovenantTerms now, ImmutableArray<PolicyChange>.Builder allowed, ImmutableArray<PolicyChange>.Builder denied)
    {
        if (now.From < old.From || (old.Until is { } until && !(now.Until <= until)))
        {
            allowed.Add(new PolicyChange("covenant, term", $"{now.From:yyyy-MM-dd} to {now.Until:yyyy-MM-dd}", "any request outside the former term"));
        }

        if (now.From > old.From || (now.Until is { } end && !(old.Until <= end)))
        {
            denied.Add(new PolicyChange("covenant, term", $"{now.From:yyyy-MM-dd} to {now.Until:yyyy-MM-dd}", "any request outside the new term"));
        }

        if (now.Reenactment != old.Reenactment)
        {
            allowed.Add(new PolicyChange("covenant, reenactment", $"{now.Reenactment:yyyy-MM-dd}", "any request: another date decides the law"));
        }

        if (now.StatusPersonsPerHour > old.StatusPersonsPerHour)
        {
            allowed.Add(new PolicyChange("covenant, status-persons-per-hour", $"{now.StatusPersonsPerHour}", "more status questions per hour"));
        }

        Membership(old, now, allowed, denied);
        foreach (var decision in now.Decisions.Where(d => !old.Decisions.Any(o => Contains(o, d))))
        {
            allowed.Add(new PolicyChange($"article 20 decision {decision.Id}", decision.Categories.ToString(), $"from {decision.From} to {string.Join(' ', decision.Recipients)}, purpose {string.Join(' ', decision.Purposes)}"));
        }

        foreach (var change in Article20Reach.Widenings(old, now))
        {
            allowed.Add(change);
        }

        foreach (var decision in old.Decisions.Where(o => !now.Decisions.Any(d => Contains(d, o))))
        {
            denied.Add(new PolicyChange($"article 20 decision {decision.Id}", decision.Categories.ToString(), $"from {decision.From} to {string.Join(' ', decision.Recipients)}, purpose {string.Join(' ', decision.Purposes)}"));
        }
    }

    /// <summary>Joining earlier, leaving later, or a declaration of prior investigation more, opens a flow; the contrary closes one.</summary>
    private static void Membership(CovenantTerms old, CovenantTerms now, ImmutableArray<PolicyChange>.Builder allowed, ImmutableArray<PolicyChange>.Builder denied)
    {
        foreach (var id in old.Parties.Intersect(now.Parties))
        {
            var (was, will) = (Term(old, id), Term(now, id));
            if (will.Joined < was.Joined || will.Left > was.Left)
            {
                allowed.Add(new PolicyChange($"party {id}, term", "joins earlier or leaves later", $"from {id} to any party"));
            }

            if (will.Joined > was.Joined || will.Left < was.Left)
            {
                denied.Add(new PolicyChange($"party {id}, term", "joins later or leaves earlier", $"from {id} to any party"));
            }
        }

        foreach (var declared in now.PriorInvestigations.Where(d => !old.PriorInvestigations.Any(o => Covers(o, d))))
        {
            allowed.Add(new PolicyChange($"prior investigation, {declared.Rule}", $"declared for {declared.Partner}", $"from {declared.Partner}, rule {declared.Rule}"));
        }

        foreach (var declared in old.PriorInvestigations.Where(o => !now.PriorInvestigations.Any(d => Covers(d, o))))
        {
            denied.Add(new PolicyChange($"prior investigation, {declared.Rule}", $"no longer declared for {declared.Partner}", $"from {declared.Partner}, rule {declared.Rule}"));
        }
    }

    private static (DateOnly Joined, DateOnly Left) Term(CovenantTerms terms, PartnerId id) =>
        (terms.Accessions.GetValueOrDefault(id), terms.Withdrawals.TryGetValue(id, out var left) ? left : DateOnly.MaxValue);

    private static bool Covers(PriorInvestigation wide, PriorInvestigation narrow) =>
        wide.Rule == narrow.Rule && wide.Partner == narrow.Partner && wide.Paragraph == narrow.Paragraph && wide.Date <= narrow.Date;

    private static bool Contains(Article20Decision wide, Article20Decision narrow) =>
        wide.From == narrow.From && !narrow.Purposes.Except(wide.Purposes).Any() && wide.Categories.Contains(narrow.Categories) && !narrow.Recipients.Except(wide.Recipients).Any()
        && wide.ValidFrom <= narrow.ValidFrom && wide.ValidUntil >= narrow.ValidUntil && wide.AgreementDate <= narrow.AgreementDate;

    private static void Partners(PolicySnapshot old, PolicySnapshot now, ImmutableArray<PolicyChange>.Builder allowed, ImmutableArray<PolicyChange>.Builder denied)
    {
        foreach (var id in now.Covenant.Parties.Where(p => now.Partners.ContainsKey(p)))
        {
            if (!old.Covenant.Parties.Contains(id) || !old.Partners.TryGetValue(id, out var was) || IsWider(was, now.Partners[id]))
            {
                allowed.Add(new PolicyChange($"party {id}", "takes part, longer or as another kind", $"from {id} to any party"));
            }
        }

        foreach (var (id, was) in old.Partners)
        {
            if (now.Partners.TryGetValue(id, out var will))
            {
                Operated(id, was, will, allowed);
            }
        }

        foreach (var id in old.Covenant.Parties.Where(p => old.Partners.ContainsKey(p)))
        {
            if (!now.Covenant.Parties.Contains(id) || !now.Partners.TryGetValue(id, out var stays) || IsWider(stays, old.Partners[id]))
            {
                denied.Add(new PolicyChange($"party {id}", "takes part no longer, shorter or as another kind", $"from {id} to any party"));
            }
        }
    }

    private static void Operated(PartnerId id, Partner was, Partner now, ImmutableArray<PolicyChange>.Builder allowed)
    {
        if (now.HasRegister && !was.HasRegister)
        {
            allowed.Add(new PolicyChange($"party {id}, register", "holds a register here", $"from {id} to any party"));
        }

        if (was.ShelterAddressHashes.Except(now.ShelterAddressHashes, StringComparer.Ordinal).Any())
        {
            allowed.Add(new PolicyChange($"party {id}, shelter addresses", "fewer are recognised", "any message with such an address under another label"));
        }
    }

    private static bool IsWider(Partner was, Partner now) =>
        was.Kind != now.Kind || now.From < was.From || (was.Until is { } until && !(now.Until <= until)) || (was.IsSuspended && !now.IsSuspended);

    /// <summary>A ground that demands less, or no longer asks about whom, opens what the cells alone do not show: the token's own check.</summary>
    private static void Grounds(PolicySnapshot old, PolicySnapshot now, ImmutableArray<PolicyChange>.Builder allowed)
    {
        foreach (var (code, ground) in now.Grounds)
        {
            if (old.Grounds.TryGetValue(code, out var was) && ((was.Demands & ~ground.Demands) != 0 || (was.DemandsAbout && !ground.DemandsAbout)))
            {
                allowed.Add(new PolicyChange($"ground {code}", "demands less", $"any request on ground {code}"));
            }
        }
    }

    /// <summary>An outcome of the Wegwijzer counts as evidence: who asks other questions may prove more with less.</summary>
    private static void Onward(Vocabulary old, Vocabulary now, ImmutableArray<PolicyChange>.Builder allowed, ImmutableArray<PolicyChange>.Builder denied)
    {
        foreach (var rule in now.Onward.Where(n => old.Onward.Any(o => o.Origin == n.Origin && o.WithinArticle20 != n.WithinArticle20)))
        {
            (rule.WithinArticle20 ? denied : allowed).Add(new PolicyChange(
                $"onward {CodeWords.Word(rule.Origin)}", rule.WithinArticle20 ? "only within an article 20 decision" : "outside any article 20 decision", $"passing on data with the label {CodeWords.Word(rule.Origin)}"));
        }
    }

    private static void Wegwijzer(WegwijzerGuide old, WegwijzerGuide now, ImmutableArray<PolicyChange>.Builder allowed)
    {
        if (now.Plans.Count > 0 && old.Digest != now.Digest)
        {
            allowed.Add(new PolicyChange("wegwijzer", "other questions, answers or outcomes", "any request with an outcome of the Wegwijzer as evidence"));
        }
    }
}
