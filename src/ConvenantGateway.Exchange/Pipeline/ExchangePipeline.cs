using ConvenantGateway.Audit;
using Microsoft.Extensions.Logging;

namespace ConvenantGateway.Exchange;

/// <summary>
/// The policy enforcement point. Every exchange goes the same way:
/// <list type="number">
/// <item>Connect: the front door proved who calls (before this class).</item>
/// <item>Exchange: the interaction reads what is asked.</item>
/// <item>Decide: the interaction asks the policy for each betrokkene.</item>
/// <item>Filter: the interaction cuts what may not flow.</item>
/// <item>Audit: the record is made durable here, whatever the outcome.</item>
/// <item>Release: the front door sends the answer with its receipt (after this class).</item>
/// </list>
/// Steps 2 to 4 can only prepare; without step 5 there is no receipt, and without a receipt nothing is sent. Thread safe.
/// </summary>
public sealed class ExchangePipeline(IAuditLog log, ITransactions transactions, ILogger<ExchangePipeline> logger)
{
    /// <summary>Runs one exchange.</summary>
    /// <param name="interaction">What kind.</param>
    /// <param name="call">The call.</param>
    /// <param name="request">Cancels reading only.</param>
    /// <param name="shutdown">The host's token: the caller cannot stop an append by hanging up.</param>
    /// <exception cref="AuditUnavailableException">Nothing was recorded, nothing may leave: 503.</exception>
    public async ValueTask<ReleaseOrder> RunAsync(IInteraction interaction, ExchangeCall call, CancellationToken request, CancellationToken shutdown)
    {
        // 2–4. Exchange, Decide, Filter
        var answer = await PrepareAsync(interaction, call, request);

        // 5. Audit
        try
        {
            return await RecordAsync(interaction.By, interaction.AskedOf(call), call, answer, shutdown);
        }
        catch (CompanionConflictException conflict)
        {
            var refusal = conflict.Message switch
            {
                "transaction" => ExchangeRefusal.Of(ExchangeErrorKind.TransactionReused),
                "consent" => PushRefusals.Withdrawn,
                _ => ExchangeRefusal.Of(ExchangeErrorKind.IdempotencyBusy),
            };
            return await RecordAsync(interaction.By, interaction.AskedOf(call), call, Refusals.Prepare(refusal, call, interaction.IsFhir), shutdown);
        }
    }

    /// <summary>Records a refusal of the front door (no token, wrong method, unlisted address …).</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="call">The call.</param>
    /// <param name="isFhir">True for an OperationOutcome, false for a problem.</param>
    /// <param name="shutdown">The host's token.</param>
    public ValueTask<ReleaseOrder> RefuseAsync(ExchangeRefusal refusal, ExchangeCall call, bool isFhir, CancellationToken shutdown) =>
        RecordAsync("", "", call, Refusals.Prepare(refusal, call, isFhir), shutdown);

    private async ValueTask<PreparedAnswer> PrepareAsync(IInteraction interaction, ExchangeCall call, CancellationToken request)
    {
        try
        {
            var isReused = call.TransactionIsClaimed && await transactions.IsUsedAsync(call.Caller, call.Transaction, request);
            var answer = isReused && interaction is not PushInteraction
                ? Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.TransactionReused), call, interaction.IsFhir)
                : await interaction.PrepareAsync(call, request);
            return isReused && answer.ReplayOf is null
                ? Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.TransactionReused), call, interaction.IsFhir)
                : answer;
        }
#pragma warning disable CA1031 // The step's edge: any failure of Exchange, Decide or Filter becomes a recorded refusal, and nothing leaves.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            PipelineLog.StepFailed(logger, interaction.By, failure);
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.Internal), call, interaction.IsFhir);
        }
    }

    private async ValueTask<ReleaseOrder> RecordAsync(string by, string asked, ExchangeCall call, PreparedAnswer answer, CancellationToken shutdown)
    {
        var isClaimed = answer.Writes?.Claim is not null || (call.TransactionIsClaimed && answer.ReplayOf is null && answer.Record.Code != ErrorTable.Of(ExchangeErrorKind.TransactionReused).Code);
        var transaction = isClaimed || !call.TransactionIsClaimed ? call.Transaction : Guid.CreateVersion7(call.ReceivedAt);
        var writes = isClaimed && call.TransactionIsClaimed ? (answer.Writes ?? new StoreWrites()) with { Claim = (call.Caller, call.Transaction) } : answer.Writes;
        var record = RecordOf(by, asked, call, answer, transaction);
        var receipt = await log.AppendAsync(record, writes, shutdown);
        return new ReleaseOrder(answer, receipt, transaction);
    }

    private static ExchangeRecord RecordOf(string by, string asked, ExchangeCall call, PreparedAnswer answer, Guid transaction) => new()
    {
        Type = answer.Record.Type,
        Transaction = transaction,
        Time = call.ReceivedAt,
        Caller = call.Caller.Value,
        Counterparty = call.Counterparty.Value,
        Purpose = call.Grant?.Purpose.Code ?? "",
        Ground = call.Grant?.Ground.Code ?? "",
        By = by,
        Outcome = answer.Record.Outcome,
        Code = answer.Record.Code,
        Status = answer.Status,
        Rules = answer.Record.Rules,
        Profile = "",
        LawDate = call.LawDate.ToString("yyyy-MM-dd"),
        Covenant = call.Policy.Snapshot.Covenant.Id,
        PolicyDigest = call.Policy.Snapshot.ManifestDigest,
        BodyDigest = answer.Body.Digest,
        Trace = call.Trace,
        Emergency = call.Grant?.Emergency ?? false,
        Views = asked.Length == 0 ? answer.Record.Views : [.. answer.Record.Views.Select(v => v with { Values = v.Values.Add(new RecordValue("asked", asked)) })],
    };
}
