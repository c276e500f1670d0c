using System.Collections.Immutable;
using System.Security.Cryptography;
using ConvenantGateway.Audit;
using ConvenantGateway.Development.Stories;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Host.Demo;

/// <summary>What the officers do in the demo's last chapter, on the console's own ports: each look is recorded before it is shown.</summary>
internal sealed class DemoOfficers(IServiceProvider services, GatewayWorld world) : IStoryOfficers
{
    private readonly ILogReading _reading = services.GetRequiredService<ILogReading>();
    private readonly IAuditLog _log = services.GetRequiredService<IAuditLog>();
    private readonly IInquiries _inquiries = services.GetRequiredService<IInquiries>();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryRecord>> SeenByAsync(string officer, string? inquiry, DateTimeOffset since, CancellationToken cancellation)
    {
        var found = new List<StoryRecord>();
        foreach (var viewer in await ScopeAsync(officer, inquiry, cancellation))
        {
            var records = await _reading.ListAsync(
                viewer, new RecordQuery { From = since, Types = [RecordType.Exchange, RecordType.Hold, RecordType.Token], Limit = 500 }, cancellation);
            found.AddRange(records.Select(static r => new StoryRecord(
                r.Record.Transaction,
                r.Record.Outcome,
                $"{r.Record.Caller} → {r.Record.Counterparty} {r.Record.Purpose} {r.Record.By}: {r.Record.Outcome} {r.Record.Code}".TrimEnd())));
        }

        await RecordAsync(RecordType.Look, officer, officer, [new RecordValue("page", "uitwisselingen"), new RecordValue("shown", $"{found.Count}")], null);
        return found;
    }

    /// <inheritdoc/>
    public async Task OpenInquiryAsync(string number, IReadOnlyList<string> scope, DateTimeOffset since, CancellationToken cancellation)
    {
        const string Supervisor = "toezicht-cbp";
        var inquiry = new SupervisorInquiry(number, Supervisor, [.. scope.Select(PartnerId.Parse)], world.Time.GetUtcNow().AddHours(1));
        await RecordAsync(
            RecordType.Inquiry, Supervisor, Supervisor,
            [new RecordValue("number", number), new RecordValue("scope", string.Join(' ', scope)), new RecordValue("until", inquiry.Until.ToString("O"))],
            new StoreWrites { Inquiry = inquiry });
    }

    /// <inheritdoc/>
    public async Task<string?> CloseWeekcontroleAsync(string officer, CancellationToken cancellation)
    {
        if (!world.Policies.Current.Snapshot.Officers.TryGetValue(officer, out var person))
        {
            return null;
        }

        var viewer = person.Organisation.Value.Length > 0 ? person.Organisation.Value : officer;
        var receipt = await RecordAsync(
            RecordType.Weekcontrole, officer, viewer,
            [new RecordValue("findings", "geen bijzonderheden"), new RecordValue("signed", $"afgerond door {officer}")], null);
        return $"logregel {receipt.Index}";
    }

    /// <inheritdoc/>
    public async Task<StoryVerification> VerifyLogAsync(CancellationToken cancellation)
    {
        var found = await _reading.VerifyAsync(cancellation);
        return new StoryVerification(found.IsValid, found.TreeSize, null, null, found.IsValid ? $"wortel {found.RootHash}" : string.Join("; ", found.Findings));
    }

    /// <inheritdoc/>
    public async Task<StoryVerification> VerifyChangedCopyAsync(CancellationToken cancellation)
    {
        var size = (await _reading.VerifyAsync(cancellation)).TreeSize;
        var index = RandomNumberGenerator.GetInt32(0, checked((int)size));
        var found = ChangedLogCopy.Verify(world.Options.Database, index, _reading.VerifierKey, cancellation);
        var named = found.Findings.Any(f => f.Contains($"record {index}:", StringComparison.Ordinal));
        return new StoryVerification(found.IsValid, found.TreeSize, named ? index : null, index, string.Join("; ", found.Findings.Take(2)));
    }

    private async ValueTask<IReadOnlyList<string>> ScopeAsync(string officer, string? inquiry, CancellationToken cancellation)
    {
        var person = world.Policies.Current.Snapshot.Officers.GetValueOrDefault(officer);
        return person switch
        {
            null => [],
            { Role: OfficerRole.Toezicht } => (await _inquiries.OpenAsync(officer, world.Time.GetUtcNow(), cancellation))
                .Where(i => i.Number == inquiry).SelectMany(static i => i.Organisations).Select(static o => o.Value).ToList(),
            _ => [person.Organisation.Value],
        };
    }

    private ValueTask<AuditReceipt> RecordAsync(RecordType type, string officer, string viewer, ImmutableArray<RecordValue> values, StoreWrites? writes)
    {
        var now = world.Time.GetUtcNow();
        var snapshot = world.Policies.Current.Snapshot;
        return _log.AppendAsync(
            new ExchangeRecord
            {
                Type = type,
                Transaction = Guid.CreateVersion7(now),
                Time = now,
                Caller = officer,
                Outcome = "released",
                Covenant = snapshot.Covenant.Id,
                PolicyDigest = snapshot.ManifestDigest,
                BodyDigest = Convert.ToHexStringLower(SHA256.HashData([])),
                Views = [new RecordView(viewer, values, [])],
            },
            writes,
            CancellationToken.None);
    }
}
