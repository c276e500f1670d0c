using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Reads dossiers. Thread safe.</summary>
public interface IDossiers
{
    /// <summary>The dossier, if it is this caller's; else null.</summary>
    ValueTask<Dossier?> ReadAsync(PartnerId caller, Guid id, CancellationToken cancellation);
}
