using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Answers "may I send this?" with the same decider as an exchange, on stated attributes only: no register, no dossier, no evidence of the token. A <c>read</c>, <c>search</c> or <c>status</c>
/// is the question, which is itself a disclosure; its answer depends on the holder's own record and is never evaluated here. Pure.
/// </summary>
internal static class AccessEvaluator
{
    /// <summary>Evaluates one statement.</summary>
    public static AccessOutcome Evaluate(ExchangeCall call, AccessItem item)
    {
        var (statement, wrong) = AccessStatement.Read(item);
        if (statement is null)
        {
            return AccessOutcome.Error(wrong!);
        }

        if (item.SubjectType != "partner" || item.SubjectId != call.Caller.Value)
        {
            return AccessOutcome.Deny("subject-not-caller", "u kunt alleen voor uzelf vragen: `subject` is van type `partner` met uw eigen id");
        }

        if (InitiativeOf(item.Action) is not { } by)
        {
            return AccessOutcome.Deny("action-unknown", "`action.name` is `push`, `read`, `search` of `status`");
        }

        if (item.ResourceType != "partner")
        {
            return AccessOutcome.Deny("resource-unknown", "`resource` is van type `partner`");
        }

        // Unknown, unsigned and departed answer alike, with the text they have everywhere.
        var snapshot = call.Policy.Snapshot;
        if (!PartnerId.TryParse(item.ResourceId, out var receiver) || (receiver != call.Caller && snapshot.FindCounterparty(receiver, call.LawDate) is null))
        {
            return AccessOutcome.Deny("not-a-party", ErrorTable.Of(ExchangeErrorKind.UnknownCounterparty).Text);
        }

        return receiver == call.Caller ? Own(call, by, statement) : Decide(call, receiver, by, statement);
    }

    private static AccessOutcome Decide(ExchangeCall call, PartnerId receiver, Initiative by, AccessStatement statement)
    {
        var snapshot = call.Policy.Snapshot;
        if (!snapshot.Purposes.ContainsKey(statement.Purpose))
        {
            return AccessOutcome.Deny("purpose-missing", "een doel van de lijst ontbreekt (`context.purpose`)");
        }

        if (!snapshot.Grounds.TryGetValue(statement.Ground, out var ground))
        {
            return AccessOutcome.Deny("ground-missing", "een grondslag van de lijst ontbreekt (`context.ground`)");
        }

        var request = new PolicyRequest
        {
            From = call.Caller,
            To = receiver,
            Purpose = new Purpose(statement.Purpose),
            By = by,
            Ground = new Ground(statement.Ground),
            LawDate = call.LawDate,
            Evidence = statement.Evidence,
            Emergency = statement.Emergency,
        };
        var isConsent = ground.Demands.HasFlag(Policy.Evidence.Consent);
        var sender = snapshot.Partners[call.Caller].Kind;
        var facts = statement.Persons.Select(p => new BetrokkeneFacts(p.Rollen, isConsent ? p.Consent : CategorySet.All, OnwardLabels.Of(sender, p.Origins))).ToArray();
        var decisions = new BetrokkeneDecision[facts.Length];
        var decision = snapshot.Decider.Decide(request, facts, decisions);
        var released = decisions.Select(static d => d.Released).ToArray();
        var summary = $"{item(by)} {receiver} {statement.Purpose} {statement.Ground} [{string.Join(' ', EvidenceWords.Words(statement.Evidence))}]";
        if (decision.Verdict != Verdict.Permit)
        {
            return new AccessOutcome
            {
                Reasons = [.. decision.Unmet.Select(Reason)],
                Basis = decision.Basis,
                Missing = (snapshot.Decider.DemandedEvidence(request) ?? Evidence.None) & ~statement.Evidence,
                Released = [.. released],
                Summary = $"{summary}: deny",
            };
        }

        var isEmpty = released.Length > 0 && released.All(static r => r.IsEmpty);
        return new AccessOutcome
        {
            Decision = !isEmpty,
            Reasons =
            [
                .. isEmpty ? [Reason("nothing-released", "er is een regel, maar die geeft over de genoemde personen niets vrij")] : Array.Empty<AccessReason>(),
                .. by == Initiative.Push ? Array.Empty<AccessReason>() : [Reason("answer-elsewhere", "u mag het vragen; het antwoord hangt af van wat de houder zelf heeft vastgelegd")],
                .. decision.Warnings.Select(static w => Reason(w) with { IsWarning = true }),
            ],
            Basis = decision.Basis,
            Released = [.. released],
            Summary = $"{summary}: {(isEmpty ? "deny" : "permit")}",
        };

        static string item(Initiative by) => by.ToString().ToLowerInvariant();
    }

    /// <summary>The caller's own register (rule SELF).</summary>
    private static AccessOutcome Own(ExchangeCall call, Initiative by, AccessStatement statement)
    {
        var isOpen = by is Initiative.Read or Initiative.Search || (by == Initiative.Push && call.Policy.Snapshot.Partners[call.Caller].HasRegister);
        return isOpen
            ? new AccessOutcome
            {
                Decision = true,
                Reasons = [Reason("own-register", "uw eigen register: daar is geen regel voor nodig")],
                Released = [.. statement.Persons.Select(static _ => CategorySet.All)],
                Summary = "own register: permit",
            }
            : AccessOutcome.Deny("own-register-closed", "u hebt hier geen register om naar te schrijven");
    }

    private static AccessReason Reason(UnmetCondition unmet) => new(unmet.Code, unmet.Text, unmet.English.Length > 0 ? unmet.English : AccessTexts.English(unmet.Code));

    private static AccessReason Reason(string id, string dutch) => new(id, dutch, AccessTexts.English(id));

    private static Initiative? InitiativeOf(string action) => action switch
    {
        "push" => Initiative.Push,
        "read" => Initiative.Read,
        "search" => Initiative.Search,
        "status" => Initiative.Status,
        _ => null,
    };
}
