using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>One received referral: packages per person. Its content comes through the pipeline's own-register read only; roles come from the store's columns, never from bytes.</summary>
[ForRoles(OfficerRole.Casuswerker)]
internal sealed class ReferralPage(IActivePolicy active, IResourceStore store, IOwnRegister register, ILogReading log) : ConsolePage(active)
{
    /// <inheritdoc/>
    public override string Section => "/werklijst";

    /// <summary>The content, readable.</summary>
    public Referral Referral { get; private set; } = null!;

    /// <summary>Who sent it.</summary>
    public PartnerId Source { get; private set; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The transaction that brought it.</summary>
    public Guid Transaction { get; private set; }

    /// <summary>The log line of this very read.</summary>
    public long ReadIndex { get; private set; }

    /// <summary>What was released per person, as the own side of the log says.</summary>
    public IReadOnlyList<ReleasedLine> Released { get; private set; } = [];

    /// <summary>The names of the categories that a line does not hold. Consent records, statistics and log data (D24 to D26) are not about a person's case and stay out.</summary>
    public IEnumerable<string> NotReleased(ReleasedLine line) => CategorySet.All.Codes().Take(23).Except(line.Codes).Select(CategoryName);

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        var own = Officer.Organisation;
        if (own == default || await store.ReadAsync(own, "Task", id, cancellation) is not { } task || task.Source == own)
        {
            return Absent();
        }

        Look.Note("task", task.Id);
        (Source, ReceivedAt, Transaction) = (task.Source, task.ReceivedAt, task.Transaction);
        var query = new ResourceQuery { Register = own, Type = "", Transaction = task.Transaction, Limit = 1000 };
        var roles = await RolesAsync(own, cancellation);
        var read = await register.ReadAsync(own, Officer.Id, query, cancellation);
        ReadIndex = read.Receipt.Index;
        Referral = ReferralReading.Read(read.Resources, roles);
        if (await log.ProofAsync(own.Value, task.Transaction, cancellation) is { } proof
            && await log.FindAsync(own.Value, proof.Index, cancellation) is { } seen)
        {
            Released = new ExchangeStory(seen).Released;
        }

        return Page();
    }

    private async ValueTask<ImmutableDictionary<string, RolSet>> RolesAsync(PartnerId own, CancellationToken cancellation)
    {
        var patients = await store.SearchAsync(new ResourceQuery { Register = own, Type = "Patient", Transaction = Transaction, Limit = 1000 }, cancellation);
        var roles = ImmutableDictionary.CreateBuilder<string, RolSet>(StringComparer.Ordinal);
        foreach (var person in patients.Resources.SelectMany(static r => r.Persons))
        {
            if (person.Handle is { } handle)
            {
                Look.About(handle);
            }

            roles[person.PatientId] = roles.GetValueOrDefault(person.PatientId) | person.Rollen;
        }

        return roles.ToImmutable();
    }
}
