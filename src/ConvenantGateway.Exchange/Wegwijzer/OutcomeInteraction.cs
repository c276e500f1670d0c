using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Answers the Wegwijzer once and signs where it comes out: <c>POST /wegwijzer/{group}/$outcome</c>. Reads no register; holds on to no name. One instance per request.</summary>
/// <param name="plan">The group's plan.</param>
/// <param name="body">The request's body.</param>
/// <param name="statements">Signs.</param>
/// <param name="handles">Makes handles of the persons.</param>
/// <param name="publicBase">The address of the gateway.</param>
internal sealed class OutcomeInteraction(WegwijzerPlan plan, ReadOnlyMemory<byte> body, OutcomeStatements statements, IPersonHandles handles, string publicBase) : IInteraction
{
    /// <inheritdoc/>
    public string By => "wegwijzer";

    /// <inheritdoc/>
    public ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation) => ValueTask.FromResult(Prepare(call));

    private PreparedAnswer Prepare(ExchangeCall call)
    {
        var snapshot = call.Policy.Snapshot;
        if (!snapshot.Partners.TryGetValue(call.Caller, out var own) || !plan.Kinds.Contains(own.Kind))
        {
            return Refuse(call, ExchangeErrorKind.NotPermitted, $"deze Wegwijzer is voor een andere beroepsgroep{(own is not null && snapshot.Wegwijzer.PlanOf(own.Kind) is { } mine ? $"; de uwe is `{mine.Group}`" : "")}", "");
        }

        var (request, refusal) = OutcomeRequest.Read(body);
        if (request is null)
        {
            return Refusals.Prepare(refusal!, call);
        }

        if (!PartnerId.TryParse(request.Recipient, out var id) || snapshot.FindCounterparty(id, call.LawDate) is not { } recipient || id == call.Caller)
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.UnknownCounterparty), call);
        }

        if (!snapshot.Purposes.ContainsKey(request.Purpose))
        {
            return Refuse(call, ExchangeErrorKind.InvalidParameter, "dit doel staat niet op de lijst", "Parameters.parameter.where(name='purpose')");
        }

        var canonical = QuestionnaireJson.Canonical(publicBase, plan.Group);
        if (request.Response.Questionnaire is { } named && named != canonical && named != $"{canonical}|{snapshot.Wegwijzer.Digest}")
        {
            return Refuse(call, ExchangeErrorKind.AnswersDiffer, "de antwoorden horen bij een andere vragenlijst of versie; haal de vragen opnieuw op", "QuestionnaireResponse.questionnaire");
        }

        var persons = request.About.Select(handles.HandleOf).ToList();
        if (persons.Contains(null))
        {
            return Refuse(call, ExchangeErrorKind.InvalidParameter, "nodig zijn geslachtsnaam en volledige geboortedatum (`family`, `birthDate`)", "Parameters.parameter.where(name='about')");
        }

        var (run, step, text) = request.Response.Walk(snapshot.Wegwijzer, plan, new WegwijzerCase(recipient.Kind, new Purpose(request.Purpose), call.LawDate));
        if (run is null)
        {
            return Refuse(call, ExchangeErrorKind.AnswersDiffer, $"`{(plan.Find(step) is null ? "linkId" : step)}`: {text}", "QuestionnaireResponse.item");
        }

        var binding = new OutcomeBinding(call.Caller, $"{request.Actor.System}|{request.Actor.Id}", id, new Purpose(request.Purpose), [.. persons.Select(static p => p!.Value).Distinct()]);
        var (signed, statement) = statements.Issue(run, snapshot.Wegwijzer.Digest, binding, Guid.CreateVersion7(call.ReceivedAt), call.ReceivedAt);
        return new PreparedAnswer
        {
            Status = 200,
            Body = new ReleasableBody.Composed(OutcomeAnswerJson.Compose(run, snapshot.Wegwijzer, recipient, signed, statement)),
            Record = new AnswerRecord { Outcome = "released", Views = [Views.OfCaller(call, OutcomeRecord.Values(run, statement, $"{request.Actor.Name} ({request.Actor.Role}), {binding.Actor}"), binding.Persons)] },
        };
    }

    private static PreparedAnswer Refuse(ExchangeCall call, ExchangeErrorKind kind, string text, string expression) => Refusals.Prepare(ExchangeRefusal.Of(kind, text, expression), call);
}
