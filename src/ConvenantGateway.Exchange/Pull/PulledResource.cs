using System.Collections.Immutable;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What may be seen of one stored resource.</summary>
/// <param name="Stored">The resource.</param>
/// <param name="Body">What is left; null if nothing may be seen: it then answers exactly like absent.</param>
/// <param name="Rules">The rules of the answer; they depend on the register and stay in the holder's view.</param>
/// <param name="Permissions">The "mag weten" Consents it rests on; in the holder's view only.</param>
internal sealed record PulledResource(StoredResource Stored, GuardedBody? Body, ImmutableArray<string> Rules, ImmutableArray<string> Permissions)
{
    /// <summary>Decides and filters one stored resource for the caller. What others may see is only what the holder is the source of.</summary>
    public static async ValueTask<PulledResource> SeeAsync(
        ExchangeCall call, StoredResource stored, Initiative by, CategorySet needed, PullParts parts, CancellationToken cancellation)
    {
        var released = CategorySet.All;
        ImmutableArray<string> rules = ["SELF"];
        ImmutableArray<string> permissions = [];
        if (!call.IsOwn)
        {
            (released, rules, permissions) = stored.Source == call.Counterparty ? await AnswerAsync(call, stored, by, parts, cancellation) : (default, [], []);
        }

        // A search matches only persons for whom the searched element is released (design.md section 6).
        if (released.IsEmpty || !released.Contains(stored.Classes) || !released.Contains(needed))
        {
            return new PulledResource(stored, null, rules, permissions);
        }

        var scope = new FilterScope(released, stored.Classes, new ReferencesOf(stored, call.IsOwn), MarkSubsetted: !call.IsOwn);
        var outcome = call.Policy.Filter.Filter(stored.Json.Span, scope);
        var body = outcome.Body is { } left ? await parts.Guard.PassAsync(call, by.ToString().ToLowerInvariant(), stored, released, left, cancellation) : null;
        return new PulledResource(stored, body, rules, permissions);
    }

    private static async ValueTask<(CategorySet Released, ImmutableArray<string> Rules, ImmutableArray<string> Permissions)> AnswerAsync(
        ExchangeCall call, StoredResource stored, Initiative by, PullParts parts, CancellationToken cancellation)
    {
        var about = call.Grant!.About;
        var released = CategorySet.All;
        var rules = ImmutableArray.CreateBuilder<string>();
        var permissions = ImmutableArray.CreateBuilder<string>();
        foreach (var person in stored.Persons)
        {
            // A call about anyone else finds nothing (design.md 3.3).
            if (person.Handle is not { } handle || !about.Contains(handle)
                || await parts.Resources.FindPermissionAsync(call.Counterparty, handle, call.Caller, call.Grant.Purpose, call.LawDate, cancellation) is not { } permission)
            {
                return (default, [], []);
            }

            var decisions = new BetrokkeneDecision[1];
            var decision = PullDecision.Answer(
                call, by, permission.Ground, PullDecision.EvidenceOf(permission), [new BetrokkeneFacts(person.Rollen, CategorySet.All)], decisions);
            released &= decision.Verdict == Verdict.Permit ? decisions[0].Released : default;
            rules.AddRange(decision.Basis.Rules.Select(static r => r.Code));
            permissions.Add(permission.ConsentId);
        }

        // What is about nobody has no holder's permission to rest on: it is pushed, never pulled.
        return stored.Persons.IsEmpty ? (default, [], []) : (released, rules.ToImmutable(), permissions.ToImmutable());
    }
}
