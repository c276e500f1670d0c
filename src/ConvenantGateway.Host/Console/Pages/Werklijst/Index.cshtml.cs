using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The inbox of the own organisation: who sent something and when, from the provenance columns; no content, no names.</summary>
[ForRoles(OfficerRole.Casuswerker)]
internal sealed class WorklistPage(IActivePolicy active, IResourceStore store) : ConsolePage(active)
{
    /// <inheritdoc/>
    public override string Section => "/werklijst";

    /// <summary>The received Tasks, oldest first: what waits longest stands on top.</summary>
    public IReadOnlyList<StoredResource> Tasks { get; private set; } = [];

    /// <summary>Where the next page continues.</summary>
    public long? Next { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(long? na, CancellationToken cancellation)
    {
        if (Officer.Organisation == default)
        {
            return;
        }

        var page = await store.SearchAsync(new ResourceQuery { Register = Officer.Organisation, Type = "Task", After = na }, cancellation);
        Tasks = [.. page.Resources.Where(r => r.Source != Officer.Organisation)];
        Next = page.Next;
    }
}
