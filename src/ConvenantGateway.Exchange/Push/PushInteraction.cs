using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// A transaction Bundle: data flows caller → counterparty, or into the caller's own register. Read STRICT, decided once per betrokkene, cut, and stored together with its record.
/// One instance per request.
/// </summary>
public sealed class PushInteraction(PushParts parts, ReadOnlyMemory<byte> body, string? idempotencyKey) : IInteraction
{
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(72);

    /// <inheritdoc/>
    public string By => "push";

    /// <inheritdoc/>
    public async ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation)
    {
        // 2. Exchange
        if (call.IsOwn && !call.Policy.Snapshot.Partners[call.Caller].HasRegister)
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.ReadOnlyCopy), call);
        }

        var read = parts.Intake.ReadTransaction(body, ContextOf(call));
        if (read.Message is not { } intake)
        {
            return Refusals.Prepare(BodyRefused(read.Issues), call);
        }

        var key = idempotencyKey is not null ? $"header:{idempotencyKey}" : intake.Identifier is { } identifier ? $"bundle:{identifier}" : null;
        var digest = RequestDigest(call);
        var first = key is null ? null : await parts.Transactions.FindAsync(call.Caller, key, call.ReceivedAt, cancellation);
        if (first is not null && first.RequestDigest != digest)
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.IdempotencyMismatch), call);
        }

        if (intake.Entries.FirstOrDefault(e => !Scopes.Covers(call.Grant!.Scopes, e.Type, 'c')) is { } uncovered)
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.ScopeTooNarrow, $"`{uncovered.Type}` staat niet in de scope"), call);
        }

        var (message, outside) = await new PushResolution(parts, call).ResolveAsync(intake, cancellation);
        if (message is null)
        {
            return Refusals.Prepare(new ExchangeRefusal(ExchangeErrorKind.ReferenceOutside, outside), call);
        }

        (message, var known) = await new OpenCaseAddresses(parts.Whereabouts, parts.Handles).FindAsync(message, cancellation);

        // 3. Decide
        var facts = await parts.Evidence.ReadAsync(call.Grant!, cancellation);
        var decision = PushDecision.Of(call, message, facts);
        if (decision.Decision.Verdict != Verdict.Permit)
        {
            return Refusals.Prepare(PushRefusals.NotPermitted(decision.Decision, facts), call);
        }

        if (PushHold.Find(call, message) is { Length: > 0 } reasons)
        {
            return PushHold.Prepare(call, message, reasons, body);
        }

        var persons = message.Persons.Select(static p => p.Handle).OfType<PersonHandle>().ToHashSet();
        if (!call.IsOwn && first is null && !parts.Stops.Allows(call.Caller, persons, call.ReceivedAt))
        {
            return PushStop.Enough(call, message, body);
        }

        // 4. Filter, and the guard behind it
        var guarded = parts.Guard.Pass(call, message, decision, new PushFilter(call, message, decision), known);
        if (guarded.Blocks)
        {
            parts.Stops.Spend(call.Caller, persons, digest, call.ReceivedAt);
            return PushStop.Prepare(call, message, guarded.Hits, body);
        }

        if (PushEssentials.Missing(call, message, guarded.Cut, decision) is { } refusal)
        {
            return PushStop.Emptied(call, refusal, guarded.Hits);
        }

        var (whereabouts, released) = PushWhereabouts.Of(call, message, parts.Handles, known);
        var safety = new PushSafety(whereabouts, released, guarded.Hits);
        return first is not null
            ? PushAnswer.Replay(call, message, guarded.Cut, decision, facts, first, safety)
            : PushAnswer.Store(call, message, guarded.Cut, decision, facts, key is null ? null : (key, digest, call.ReceivedAt + KeyLifetime), safety);
    }

    private IntakeContext ContextOf(ExchangeCall call) => new()
    {
        Sender = call.Caller,
        Register = call.Counterparty,
        Purpose = call.Grant!.Purpose,
        Elements = call.Policy.Snapshot.Elements,
        Partners = call.Policy.Snapshot.Partners,
        AddressHash = parts.Handles.AddressHash,
        NewId = () => Guid.CreateVersion7(call.ReceivedAt).ToString(),
    };

    private static ExchangeRefusal BodyRefused(ImmutableArray<IntakeIssue> issues) => new(
        issues.Any(static i => i.Status == 413) ? ExchangeErrorKind.BodyTooLarge : ExchangeErrorKind.BodyRefused,
        [.. issues.Take(100).Select(static i => new RefusalDetail(i.Code, i.Status, i.Text, i.Expression, i.FhirCode))]);

    private string RequestDigest(ExchangeCall call)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{call.Counterparty}|{call.Grant!.Purpose}|{call.Grant.Ground}\n"));
        hash.AppendData(body.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
