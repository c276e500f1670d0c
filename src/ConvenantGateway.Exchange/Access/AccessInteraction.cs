using System.Text.Json;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>
/// OpenID AuthZEN 1.0, <c>/access/v1/evaluation</c> and <c>/evaluations</c>: "may I send this?". Nothing flows and nothing is looked up; it is recorded as a dry run, so that reports of
/// exchanges leave it out. One instance per request.
/// </summary>
public sealed class AccessInteraction(ReadOnlyMemory<byte> body, bool isBatch) : IInteraction
{
    private const int MaxBytes = 1024 * 1024;
    private const int MaxDepth = 16;

    /// <inheritdoc/>
    public string By => isBatch ? "evaluations" : "evaluation";

    /// <inheritdoc/>
    public bool IsFhir => false;

    /// <inheritdoc/>
    public ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation) => ValueTask.FromResult(Prepare(call));

    private PreparedAnswer Prepare(ExchangeCall call)
    {
        // 2. Exchange
        if (body.Length > MaxBytes)
        {
            return Refuse(call, ExchangeRefusal.Of(ExchangeErrorKind.BodyTooLarge, "een vraag vooraf is hoogstens 1 MiB"));
        }

        if (!ReadableJson.Is(body.Span))
        {
            return Refuse(call, ExchangeRefusal.Of(ExchangeErrorKind.BodyRefused, "een tekst in het verzoek is niet leesbaar"));
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return Refuse(call, ExchangeRefusal.Of(ExchangeErrorKind.BodyRefused, "het verzoek is geen geldige JSON"));
        }

        using (document)
        {
            var (batch, wrong) = AccessBatch.Read(document.RootElement, isBatch);
            if (batch is null)
            {
                return Refuse(call, ExchangeRefusal.Of(ExchangeErrorKind.BodyRefused, wrong!));
            }

            // 3. Decide
            var outcomes = Evaluate(call, batch);
            var json = batch.IsSingle ? AccessJson.Single(call, outcomes[0]) : AccessJson.Batch(call, outcomes, batch.Semantic);
            return new PreparedAnswer
            {
                Status = 200,
                Body = new ReleasableBody.Composed(json),
                Record = new AnswerRecord
                {
                    Type = RecordType.DryRun,
                    Outcome = "answered",
                    Rules = [.. outcomes.SelectMany(static o => o.Basis.Rules).Select(static r => r.Code).Distinct().Take(200)],
                    Views = [Views.OfCaller(call, outcomes.Select(static (o, i) => new RecordValue($"evaluation-{i + 1}", o.Summary)))],
                },
            };
        }
    }

    private static List<AccessOutcome> Evaluate(ExchangeCall call, AccessBatch batch)
    {
        var outcomes = new List<AccessOutcome>(batch.Items.Length);
        foreach (var (item, wrong) in batch.Items)
        {
            var outcome = item is null ? AccessOutcome.Error(wrong!) : AccessEvaluator.Evaluate(call, item);
            outcomes.Add(outcome);
            if (batch.Semantic == AccessSemantic.DenyOnFirstDeny ? !outcome.Decision : batch.Semantic == AccessSemantic.PermitOnFirstPermit && outcome.Decision)
            {
                break;
            }
        }

        return outcomes;
    }

    private static PreparedAnswer Refuse(ExchangeCall call, ExchangeRefusal refusal)
    {
        var answer = Refusals.Prepare(refusal, call, isFhir: false);
        return answer with { Record = answer.Record with { Type = RecordType.DryRun } };
    }
}
