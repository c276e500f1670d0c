using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// The decision about a push: one per betrokkene, and one for what is about nobody (<c>zaak</c>), each for the sender's own data and once more for every label of received data in the message
/// (domain.md 5.5): what may be told of a person may not always be passed on.
/// </summary>
internal sealed class PushDecision
{
    private readonly int _count;
    private readonly ImmutableArray<DataOrigins> _origins;
    private readonly ImmutableArray<BetrokkeneFacts> _facts;
    private readonly BetrokkeneDecision[] _decisions;
    private readonly PartyKind _sender;

    private PushDecision(PolicyDecision decision, int count, ImmutableArray<DataOrigins> origins, ImmutableArray<BetrokkeneFacts> facts, BetrokkeneDecision[] decisions, PartyKind sender)
    {
        Decision = decision;
        _count = count;
        _origins = origins;
        _facts = facts;
        _decisions = decisions;
        _sender = sender;
    }

    /// <summary>The verdict and its basis.</summary>
    public PolicyDecision Decision { get; }

    /// <summary>Decides. The caller's own register (rule SELF) releases everything listed to its own source.</summary>
    public static PushDecision Of(ExchangeCall call, PushMessage message, DossierFacts evidence)
    {
        var isConsent = call.Policy.Snapshot.Grounds.TryGetValue(call.Grant!.Ground.Code, out var ground) && ground.Demands.HasFlag(Evidence.Consent);
        var sender = call.Policy.Snapshot.Partners[call.Caller].Kind;
        var origins = message.Intake.Entries.Select(e => OnwardLabels.Of(sender, e.Labels)).Prepend(DataOrigins.None).Distinct().ToImmutableArray();
        var own = message.Persons
            .Select(p => new BetrokkeneFacts(p.Rollen, isConsent ? evidence.ScopeOf(p.Handle) : CategorySet.All))
            .Append(new BetrokkeneFacts(RolSet.Of(BetrokkeneRol.Zaak), CategorySet.All))
            .ToList();
        var facts = origins.SelectMany(o => own.Select(f => f with { Origins = o })).ToImmutableArray();
        var decisions = new BetrokkeneDecision[facts.Length];
        if (call.IsOwn)
        {
            Array.Fill(decisions, new BetrokkeneDecision(CategorySet.All, StatusLevel.L2));
            return new PushDecision(new PolicyDecision(Verdict.Permit, DecisionBasis.None, []), own.Count, origins, facts, decisions, sender);
        }

        var request = new PolicyRequest
        {
            From = call.Caller,
            To = call.Counterparty,
            Purpose = call.Grant.Purpose,
            By = Initiative.Push,
            Ground = call.Grant.Ground,
            LawDate = call.LawDate,
            Evidence = evidence.Evidence,
            Emergency = call.Grant.Emergency,
        };
        return new PushDecision(call.Policy.Snapshot.Decider.Decide(request, facts.AsSpan(), decisions), own.Count, origins, facts, decisions, sender);
    }

    /// <summary>What may flow of a resource about these persons: the intersection; about nobody: what <c>zaak</c> releases.</summary>
    /// <param name="persons">The betrokkenen.</param>
    /// <param name="labels">The labels of the resource, as sent.</param>
    public CategorySet Released(ImmutableArray<int> persons, DataOrigins labels)
    {
        var block = BlockOf(labels);
        if (persons.IsEmpty)
        {
            return _decisions[block + _count - 1].Released;
        }

        var released = CategorySet.All;
        foreach (var index in persons)
        {
            released &= _decisions[block + index].Released;
        }

        return released;
    }

    /// <summary>What may flow of the sender's own data about one person.</summary>
    public CategorySet ReleasedOf(int person) => _decisions[person].Released;

    /// <summary>Why categories are not provided about these persons, in plain Dutch.</summary>
    public string Why(ImmutableArray<int> persons, CategorySet category, DataOrigins labels, PolicySnapshot snapshot)
    {
        var onward = OnwardLabels.Of(_sender, labels);
        if (onward != DataOrigins.None && Released(persons, DataOrigins.None).Contains(category) && !Released(persons, DataOrigins.None).IsEmpty)
        {
            return $"ontvangen gegevens, herkomst {OnwardLabels.Name(onward)}: doorgeven mag hier niet";
        }

        if (category.IsEmpty)
        {
            // Of a person about whom nothing may be said the rule tells why by role (a melder is not named); otherwise the element has no place.
            return persons.Where(i => _decisions[i].Released.IsEmpty).Select(i => RoleReason(_facts[i].Rollen)).FirstOrDefault(static r => r is not null)
                ?? "dit element staat niet op de lijst van wat wordt doorgegeven";
        }

        foreach (var index in persons)
        {
            if (!_facts[index].ConsentScope.Contains(category) && !_decisions[index].Released.Overlaps(category))
            {
                if (Reason(_facts[index].Rollen, category) is { } reason)
                {
                    return reason;
                }

                return "buiten de toestemming";
            }
        }

        var rollen = persons.IsEmpty ? RolSet.Of(BetrokkeneRol.Zaak) : persons.Select(i => _facts[i].Rollen).Aggregate(static (a, b) => a | b);
        if (Reason(rollen, category) is { } text)
        {
            return text;
        }

        var names = category.Codes().Select(c => snapshot.CategoryNames.TryGetValue(c, out var name) ? $"{name} ({c})" : c);
        var rules = Decision.Basis.Rules.IsEmpty ? "geen regel" : "regel " + string.Join(", ", Decision.Basis.Rules);
        return $"{rules} noemt {string.Join(", ", names)} hier niet";
    }

    /// <summary>Where the decisions about data with these labels begin.</summary>
    private int BlockOf(DataOrigins labels) => _origins.IndexOf(OnwardLabels.Of(_sender, labels)) * _count;

    private string? RoleReason(RolSet rollen)
    {
        foreach (var reason in Decision.Basis.Withheld)
        {
            if (reason.Rol != BetrokkeneRol.Onbekend && rollen.Contains(reason.Rol))
            {
                return reason.Text;
            }
        }

        return null;
    }

    private string? Reason(RolSet rollen, CategorySet category)
    {
        foreach (var reason in Decision.Basis.Withheld)
        {
            if (reason.Category.Overlaps(category) && (reason.Rol == BetrokkeneRol.Onbekend || rollen.Contains(reason.Rol)))
            {
                return reason.Text;
            }
        }

        return null;
    }
}
