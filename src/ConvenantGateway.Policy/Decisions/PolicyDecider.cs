using System.Collections.Frozen;

namespace ConvenantGateway.Policy;

/// <summary>
/// The policy decision point. Pure and total: no clock, no I/O, no exception for any input; the same request gives the same decision for the same snapshot.
/// Immutable and thread safe; <see cref="Decide"/> allocates nothing, but for the first time that a denial is put into words.
/// </summary>
public sealed class PolicyDecider
{
    private readonly FrozenDictionary<PartnerId, PartyEntry> _parties;
    private readonly CovenantTerms _covenant;
    private readonly bool _isStatute;

    internal PolicyDecider(PolicyTable table, CovenantTerms covenant, IEnumerable<Partner> partners, bool isStatute = false)
    {
        Table = table;
        _covenant = covenant;
        _isStatute = isStatute;
        _parties = partners.ToFrozenDictionary(p => p.Id, p => PartyEntries.Of(p, table, covenant, isStatute));
    }

    internal PolicyTable Table { get; }

    /// <summary>Decides one disclosure for each betrokkene of a message.</summary>
    /// <param name="request">What would flow, to whom, why.</param>
    /// <param name="betrokkenen">The persons, and <see cref="BetrokkeneRol.Zaak"/> for what is about no person. Any number.</param>
    /// <param name="decisions">Receives one decision per betrokkene, in order; cleared on a denial.</param>
    /// <returns>The verdict with its basis. Deny when no rule matches, when evidence lacks, or when an error occurs. What is released may be empty on a permit.</returns>
    /// <exception cref="ArgumentException"><paramref name="decisions"/> is shorter than <paramref name="betrokkenen"/>.</exception>
    public PolicyDecision Decide(in PolicyRequest request, ReadOnlySpan<BetrokkeneFacts> betrokkenen, Span<BetrokkeneDecision> decisions)
    {
        if (decisions.Length < betrokkenen.Length)
        {
            throw new ArgumentException("a decision is needed for every betrokkene", nameof(decisions));
        }

        decisions.Clear();
        try
        {
            return Judge(request, betrokkenen, decisions);
        }
#pragma warning disable CA1031 // An error in a rule is a denial, whatever the error is: nothing may flow because something went wrong.
        catch (Exception)
#pragma warning restore CA1031
        {
            decisions.Clear();
            return Denial.Because("decision-failed", "De beslissing is mislukt; er wordt niets verstrekt.");
        }
    }

    /// <summary>The rules that could ever let this pair exchange for this purpose and initiative: for the CapabilityStatement and <c>explain</c>; looks at rules, never at facts.</summary>
    public bool CouldPermit(PartnerId from, PartnerId to, Purpose purpose, Initiative by, DateOnly lawDate)
    {
        var profile = Table.Words.ProfileAt(lawDate);
        if (Find(from, to, purpose, by, lawDate) is not { } bucket || profile < 0)
        {
            return false;
        }

        var permits = false;
        foreach (var rule in bucket.Rules)
        {
            if (!rule.HoldsIn(profile))
            {
                continue;
            }

            if (rule.DeniesAll && rule.Source.Grounds.IsEmpty)
            {
                return false;
            }

            permits |= !rule.IsProhibition;
        }

        return permits;
    }

    /// <summary>
    /// The evidence that a matching rule demands, its ground's included, for the token endpoint: what is missing is refused before any look-up.
    /// The evidence of the request itself is not looked at.
    /// </summary>
    /// <returns>Null if no rule matches the request whatever the evidence; else the evidence of the least demanding rule.</returns>
    public Evidence? DemandedEvidence(in PolicyRequest request)
    {
        var profile = Table.Words.ProfileAt(request.LawDate);
        var ground = Table.GroundIndex(request.Ground);
        if (profile < 0 || ground < 0 || Find(request.From, request.To, request.Purpose, request.By, request.LawDate) is not { } bucket)
        {
            return null;
        }

        Evidence? least = null;
        foreach (var rule in bucket.Rules)
        {
            if (!rule.HoldsIn(profile) || !rule.Lists(ground) || !rule.Fits(request.Emergency))
            {
                continue;
            }

            if (rule.DeniesAll)
            {
                return null;
            }

            if (!rule.IsProhibition && (least is not { } best || EvidenceWords.Size(rule.Demand(ground)) < EvidenceWords.Size(best)))
            {
                least = rule.Demand(ground);
            }
        }

        return least;
    }

    private PolicyDecision Judge(in PolicyRequest request, ReadOnlySpan<BetrokkeneFacts> betrokkenen, Span<BetrokkeneDecision> decisions)
    {
        if (!_parties.TryGetValue(request.From, out var from) || !from.Stands(request.LawDate))
        {
            return Denial.Party(from, request.LawDate);
        }

        if (!_parties.TryGetValue(request.To, out var to) || !to.Stands(request.LawDate))
        {
            return Denial.Party(to, request.LawDate);
        }

        var profile = Table.Words.ProfileAt(request.LawDate);
        if (profile < 0 || !IsInTerm(request.LawDate))
        {
            return Denial.Because("covenant-expired", "Het convenant geldt niet op deze datum.");
        }

        // The evidence of an article 20 decision is checked against the covenant's own objects, and what it lists caps what flows.
        var evidence = request.Evidence;
        Article20Decision? article20 = null;
        if ((evidence & Evidence.Article20Decision) != 0 && !_isStatute)
        {
            article20 = Article20.Find(_covenant, request.From, request.To, request.Purpose, request.LawDate);
            evidence = article20 is null ? evidence & ~Evidence.Article20Decision : evidence;
        }

        var ground = Table.GroundIndex(request.Ground);
        var purpose = request.Purpose.Code is { } code && Table.Purposes.TryGetValue(code, out var index) ? index : -1;

        // Nobody sends to itself; in the layer of the law a partner stands for a kind, and two of one kind may exchange.
        var bucket = purpose >= 0 && (_isStatute || request.From != request.To) ? Table.Bucket(from.KindIndex, to.KindIndex, purpose, request.By) : null;
        if (bucket is null)
        {
            return Table.NoRule(purpose, request.Purpose);
        }

        if (ground < 0 || !bucket.TryMatch(profile, ground, evidence, request.Emergency, from.Declared, request.LawDate, out var subset))
        {
            return bucket.Deny(Table, profile, ground, purpose, from, request with { Evidence = evidence });
        }

        var cap = !_isStatute && bucket.Demands(subset, ground, Evidence.Article20Decision) ? article20!.Categories : CategorySet.All;
        for (var i = 0; i < betrokkenen.Length; i++)
        {
            var released = bucket.Release(subset, ground, evidence, betrokkenen[i]);
            var left = released.Released & cap & PassedOn(betrokkenen[i].Origins, request, evidence);
            decisions[i] = new BetrokkeneDecision(left, left.IsEmpty ? StatusLevel.L0 : released.Level);
        }

        return new PolicyDecision(Verdict.Permit, bucket.BasisOf(subset), []) { Warnings = bucket.Warnings(subset, evidence) };
    }

    /// <summary>The most that may be passed on of data with this label; everything for the sender's own.</summary>
    private CategorySet PassedOn(DataOrigins origins, in PolicyRequest request, Evidence evidence)
    {
        if (origins == DataOrigins.None)
        {
            return CategorySet.All;
        }

        var listed = _isStatute ? CategorySet.All : Article20.ListedOnward(_covenant, request.From, request.To, request.LawDate);
        return Table.Onward.Cap(origins, evidence, listed);
    }

    private RuleBucket? Find(PartnerId fromId, PartnerId toId, Purpose purpose, Initiative by, DateOnly date) =>
        _parties.TryGetValue(fromId, out var from) && from.Stands(date)
        && _parties.TryGetValue(toId, out var to) && to.Stands(date)
        && fromId != toId && IsInTerm(date)
        && purpose.Code is { } code && Table.Purposes.TryGetValue(code, out var index)
            ? Table.Bucket(from.KindIndex, to.KindIndex, index, by)
            : null;

    private bool IsInTerm(DateOnly date) => date >= _covenant.From && (_covenant.Until is not { } until || date <= until);
}
