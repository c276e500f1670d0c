using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Browser.Tests;

/// <summary>Registers, held messages and inquiries in memory.</summary>
internal sealed class FakeStore : IResourceStore, IHolds, IInquiries, IPersonReports, ILegalHolds
{
    private readonly ConcurrentDictionary<(string Officer, string Number), SupervisorInquiry> _inquiries = [];

    public List<StoredResource> Resources { get; } = [];

    public List<HeldMessage> Held { get; } = [];

    public IReadOnlyCollection<SupervisorInquiry> Inquiries => [.. _inquiries.Values];

    /// <summary>Keeps an inquiry under its officer and number, as the store does.</summary>
    public void Open(SupervisorInquiry inquiry) => _inquiries[(inquiry.Officer, inquiry.Number)] = inquiry;

    /// <summary>The holds of all organisations, lifted ones gone.</summary>
    public List<(PartnerId Organisation, StandingHold Hold)> LegalHolds { get; } = [];

    /// <summary>The rule under which all requests for person reports are erased; null for none.</summary>
    public string? ErasedUnder { get; set; }

    public ConcurrentQueue<PersonReportFile> Reports { get; } = [];

    public ValueTask<StoredResource?> ReadAsync(PartnerId register, string type, string id, CancellationToken cancellation) =>
        ValueTask.FromResult(Resources.LastOrDefault(r => r.Register == register && r.Type == type && r.Id == id));

    public ValueTask<ResourcePage> SearchAsync(ResourceQuery query, CancellationToken cancellation) =>
        ValueTask.FromResult(new ResourcePage(
            [
                .. Resources.Where(r => r.Register == query.Register)
                    .Where(r => query.Type.Length == 0 || r.Type == query.Type)
                    .Where(r => query.Transaction is not { } transaction || r.Transaction == transaction)
                    .Take(query.Limit),
            ],
            null));

    public ValueTask<ImmutableArray<StoredPerson>> FindPersonsAsync(PartnerId register, PersonHandle handle, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<ImmutableArray<StoredPerson>?> FindEarlierAsync(PartnerId register, PartnerId source, string type, string id, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<StandingPermission?> FindPermissionAsync(PartnerId holder, PersonHandle handle, PartnerId recipient, Purpose purpose, DateOnly on, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<ImmutableArray<HeldMessage>> ListAsync(PartnerId sender, CancellationToken cancellation) =>
        ValueTask.FromResult<ImmutableArray<HeldMessage>>([.. Held.Where(h => h.Sender == sender)]);

    public ValueTask<ImmutableArray<SupervisorInquiry>> OpenAsync(string officer, DateTimeOffset now, CancellationToken cancellation) =>
        ValueTask.FromResult<ImmutableArray<SupervisorInquiry>>([.. Inquiries.Where(i => i.Officer == officer && i.Until > now)]);

    async ValueTask<ImmutableArray<StoredPersonReport>> IPersonReports.ListAsync(PartnerId viewer, CancellationToken cancellation)
    {
        await Task.CompletedTask;
        return [.. Reports.Where(r => r.Request.Viewer == viewer.Value).GroupBy(static r => r.Request.Id).Select(static g => g.MaxBy(static r => r.Revision)!).OrderByDescending(static r => r.Request.Received).Select(Stored)];
    }

    ValueTask<StoredPersonReport?> IPersonReports.FindAsync(PartnerId viewer, Guid id, CancellationToken cancellation) =>
        ValueTask.FromResult(Reports.Where(r => r.Request.Viewer == viewer.Value && r.Request.Id == id).MaxBy(static r => r.Revision) is { } file ? Stored(file) : null);

    ValueTask<ImmutableArray<StandingHold>> ILegalHolds.ListAsync(PartnerId organisation, DateOnly day, CancellationToken cancellation) =>
        ValueTask.FromResult<ImmutableArray<StandingHold>>([.. LegalHolds.Where(h => h.Organisation == organisation && h.Hold.Until >= day).Select(static h => h.Hold)]);

    HoldChange ILegalHolds.Lay(Guid transaction, HoldOwner owner, PersonHandle person, string reason, DateOnly until, string by)
    {
        var hold = new StandingHold(transaction, person.Hex[..32], reason, null, until, by);
        return new HoldChange(new StoreWrites { Orders = new FakeHoldWrite(() => LegalHolds.Add((owner.Organisation, hold))) }, hold.Person, [transaction]);
    }

    ValueTask<HoldChange?> ILegalHolds.LiftAsync(Guid transaction, HoldOwner owner, Guid hold, CancellationToken cancellation) =>
        ValueTask.FromResult(LegalHolds.FirstOrDefault(h => h.Organisation == owner.Organisation && h.Hold.Id == hold) is { Hold: { } found }
            ? new HoldChange(new StoreWrites { Orders = new FakeHoldWrite(() => LegalHolds.RemoveAll(h => h.Hold.Id == hold)) }, found.Person, [hold])
            : null);

    private StoredPersonReport Stored(PersonReportFile file) =>
        ErasedUnder is { } rule ? new StoredPersonReport(file.Request.Id, file.Request.Received, null, new ErasureMark(7, rule)) : new StoredPersonReport(file.Request.Id, file.Request.Received, file, null);
}
