using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// Whose records a person may see: the own organisation's for an fg or pf; for the supervisor those of the organisations that an open inquiry names, one at a time (domain.md 10.6, 23).
/// </summary>
/// <param name="inquiries">The open inquiries.</param>
/// <param name="time">The clock.</param>
internal sealed class RecordScope(IInquiries inquiries, TimeProvider time)
{
    /// <summary>The organisations that may be looked at; empty without an open inquiry.</summary>
    public async ValueTask<IReadOnlyList<PartnerId>> OrganisationsAsync(Officer officer, CancellationToken cancellation)
    {
        switch (officer.Role)
        {
            case OfficerRole.Fg or OfficerRole.Pf:
                return officer.Organisation == default ? [] : [officer.Organisation];
            case OfficerRole.Toezicht:
                var now = time.GetUtcNow();
                var open = await inquiries.OpenAsync(officer.Id, now, cancellation);
                return [.. open.Where(i => i.Until > now && i.Officer == officer.Id).SelectMany(static i => i.Organisations).Distinct().OrderBy(static o => o.Value, StringComparer.Ordinal)];
            default:
                return [];
        }
    }

    /// <summary>The organisation to look at: the one that was named if it is in scope, the only one if none was named; else null.</summary>
    public async ValueTask<PartnerId?> ChooseAsync(Officer officer, string? named, CancellationToken cancellation)
    {
        var organisations = await OrganisationsAsync(officer, cancellation);
        if (string.IsNullOrEmpty(named))
        {
            return organisations.Count > 0 ? organisations[0] : null;
        }

        return PartnerId.TryParse(named, out var id) && organisations.Contains(id) ? id : null;
    }
}
