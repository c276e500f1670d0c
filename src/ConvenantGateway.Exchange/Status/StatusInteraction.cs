using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// <c>$case-status</c>: is there a known case, whom to call (domain.md WF5, 10.1). Two disclosures: the question on the asker's ground, the answer on a permission that a named
/// professional of the holder stored. Everything that a register decides answers alike. One instance per request.
/// </summary>
public sealed class StatusInteraction(PullParts parts, IPersonHandles handles, PersonBudget budget, ReadOnlyMemory<byte> body) : IInteraction
{
    /// <inheritdoc/>
    public string By => "status";

    /// <inheritdoc/>
    public string AskedOf(ExchangeCall call) => "$case-status";

    /// <inheritdoc/>
    public async ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation)
    {
        // 2. Exchange: decided without a register
        if (!Scopes.Covers(call.Grant!.Scopes, "EpisodeOfCare", 's'))
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.ScopeTooNarrow), call);
        }

        var (question, unreadable) = CaseQuestion.Read(body);
        if (question is null)
        {
            return Refusals.Prepare(unreadable!, call);
        }

        // 3. Decide the question
        var evidence = await parts.Evidence.ReadAsync(call.Grant, cancellation);
        var (denied, rules) = call.IsOwn
            ? (ExchangeRefusal.Of(ExchangeErrorKind.NotPermitted, "vraag uw eigen register rechtstreeks"), [])
            : PullDecision.Question(call, Initiative.Status, evidence);
        if (denied is not null)
        {
            return Refusals.Prepare(denied, call);
        }

        var handle = handles.HandleOf(question.Traits);
        var person = handle?.Hex ?? "?" + call.Transaction.ToString("N");
        if (!budget.TrySpend(call.Caller, person, call.Policy.Snapshot.Covenant.StatusPersonsPerHour, call.ReceivedAt))
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.TooManyPersons), call);
        }

        // 3, 4. Decide the answer; a person without a handle is looked up all the same, and found nowhere
        var asked = handle ?? new PersonHandle(new string('0', 64));
        var knowledge = await CaseKnowledge.LookAsync(call, asked, handle is not null && call.Grant.About.Contains(asked), parts, cancellation);
        var holder = call.Policy.Snapshot.Partners[call.Counterparty];
        var isKnown = knowledge.Level > StatusLevel.L0
            && (knowledge.Level < StatusLevel.L2 || await parts.Guard.PassesAsync(call, By, asked, default, knowledge.Coordinator ?? "", cancellation));
        return new PreparedAnswer
        {
            Status = 200,
            Body = isKnown ? new ReleasableBody.Composed(StatusJson.Known(holder, knowledge)) : new ReleasableBody.Constant(StatusJson.Nothing(holder)),
            IsAbsence = !isKnown,
            Writes = new StoreWrites { RestsOn = evidence.RestsOn(call.Caller) },
            Record = isKnown ? Known(call, rules, asked, knowledge, evidence) : Nothing(call, rules, asked),
        };
    }

    private static AnswerRecord Known(ExchangeCall call, IReadOnlyList<string> rules, PersonHandle person, CaseKnowledge knowledge, DossierFacts evidence) => new()
    {
        Outcome = "released",
        Rules = [.. rules],
        Views =
        [
            Views.OfCaller(call, [new RecordValue("level", knowledge.Level.ToString()), .. ConsentUse.Values(evidence)], [person]),
            Views.OfCounterparty(
                call,
                [
                    new RecordValue("level", knowledge.Level.ToString()),
                    new RecordValue("answer-rules", string.Join(' ', knowledge.Rules)),
                    new RecordValue("answer-ground", knowledge.Permission!.Ground.Code),
                    new RecordValue(ConsentUse.PermissionField, $"Consent/{knowledge.Permission.ConsentId}"),
                    new RecordValue("permission-by", knowledge.Permission.GivenBy),
                ],
                [person]),
        ],
    };

    /// <summary>L0 is seen by the asker's officers only; the holder sees counts (domain.md 10.1, 4).</summary>
    private static AnswerRecord Nothing(ExchangeCall call, IReadOnlyList<string> rules, PersonHandle person) => new()
    {
        Outcome = "absent",
        Rules = [.. rules],
        Views = [Views.OfCaller(call, [new RecordValue("level", nameof(StatusLevel.L0))], [person])],
    };
}
