using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>Turns a refusal into an answer. The same refusal gives the same bytes.</summary>
internal static class Refusals
{
    private static readonly ReleasableBody.Constant AbsentBody = new(OutcomeJson.Compose(ExchangeRefusal.Of(ExchangeErrorKind.Absent)));

    private static readonly ReleasableBody.Constant UnknownBody = new(OutcomeJson.Compose(ExchangeRefusal.Of(ExchangeErrorKind.UnknownCounterparty)));

    /// <summary>The answer for a refusal: an OperationOutcome under <c>/fhir</c>, else a problem. Seen by the caller's officers only.</summary>
    public static PreparedAnswer Prepare(ExchangeRefusal refusal, ExchangeCall call, bool isFhir = true)
    {
        var definition = ErrorTable.Of(refusal.Kind);
        return new PreparedAnswer
        {
            Status = refusal.Status,
            Body = Body(refusal, isFhir),
            IsProblem = !isFhir,
            RetryAfter = definition.Status is 429 ? 3600 : definition.Status is 503 or 409 && refusal.Kind is not (ExchangeErrorKind.AcknowledgementDiffers or ExchangeErrorKind.CheckpointForeign) ? 1 : null,
            IsAbsence = refusal.Kind == ExchangeErrorKind.Absent,
            Record = new AnswerRecord
            {
                Outcome = refusal.Kind switch
                {
                    ExchangeErrorKind.Absent => "absent",
                    ExchangeErrorKind.Internal => "failed",
                    _ => "refused",
                },
                Code = refusal.Details.FirstOrDefault(static d => d.Code is not null)?.Code ?? definition.Code,
                Views = [Views.OfCaller(call, [new RecordValue("reason", string.Join("; ", refusal.Details.Select(static d => $"{d.Expression} {d.Text}".Trim()).Prepend(definition.Text)))])],
            },
        };
    }

    private static ReleasableBody Body(ExchangeRefusal refusal, bool isFhir) => refusal.Kind switch
    {
        ExchangeErrorKind.Absent when isFhir => AbsentBody,
        ExchangeErrorKind.UnknownCounterparty when isFhir && refusal.Details.IsEmpty => UnknownBody,
        _ => new ReleasableBody.Composed(isFhir ? OutcomeJson.Compose(refusal) : ProblemJson.Compose(refusal)),
    };
}
