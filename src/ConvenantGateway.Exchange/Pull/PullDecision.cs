using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// The two disclosures of a pull (design.md section 2): the question is decided on the asker's ground and evidence, without a register; the answer on what the holder itself
/// stored. The asker can never assert the holder's ground.
/// </summary>
internal static class PullDecision
{
    /// <summary>Decides the question: caller → holder. The caller's own register needs no question (rule SELF).</summary>
    /// <returns>Null if it may be asked; else the refusal.</returns>
    public static (ExchangeRefusal? Refusal, ImmutableArray<string> Rules) Question(ExchangeCall call, Initiative by, DossierFacts evidence)
    {
        if (call.IsOwn)
        {
            return (null, ["SELF"]);
        }

        var grant = call.Grant!;
        var request = new PolicyRequest
        {
            From = call.Caller,
            To = call.Counterparty,
            Purpose = grant.Purpose,
            By = by,
            Ground = grant.Ground,
            LawDate = call.LawDate,
            Evidence = evidence.Evidence,
            Emergency = grant.Emergency,
        };
        var decision = call.Policy.Snapshot.Decider.Decide(request, [], []);
        return decision.Verdict == Verdict.Permit
            ? (null, [.. decision.Basis.Rules.Select(static r => r.Code)])
            : (PushRefusals.NotPermitted(decision, evidence), []);
    }

    /// <summary>Decides the answer: holder → caller, on the holder's own ground.</summary>
    public static PolicyDecision Answer(
        ExchangeCall call, Initiative by, Ground ground, Evidence evidence, ReadOnlySpan<BetrokkeneFacts> facts, Span<BetrokkeneDecision> decisions)
    {
        var request = new PolicyRequest
        {
            From = call.Counterparty,
            To = call.Caller,
            Purpose = call.Grant!.Purpose,
            By = by,
            Ground = ground,
            LawDate = call.LawDate,
            Evidence = evidence,
        };
        return call.Policy.Snapshot.Decider.Decide(request, facts, decisions);
    }

    /// <summary>The evidence that a permission stored by the holder is.</summary>
    public static Evidence EvidenceOf(StandingPermission permission) => permission.Ground.Code switch
    {
        "G-CONSENT" => Evidence.StandingPermission | Evidence.Consent,
        "G-COOP" => Evidence.StandingPermission | Evidence.Cooperation | Evidence.Reason,
        _ => Evidence.StandingPermission,
    };
}
