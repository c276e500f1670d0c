using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Pull;

/// <summary>The dossier of every token.</summary>
internal sealed class OneDossier(DossierFacts facts) : IDossiers
{
    public ValueTask<Dossier?> ReadAsync(PartnerId caller, Guid id, CancellationToken cancellation) => new(new Dossier(id, caller, facts.ToJson(), DateTimeOffset.MaxValue));
}
