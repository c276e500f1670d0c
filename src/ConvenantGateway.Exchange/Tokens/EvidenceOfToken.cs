namespace ConvenantGateway.Exchange;

/// <summary>Reads the checked evidence behind a token from its dossier. Thread safe.</summary>
public sealed class EvidenceOfToken(IDossiers dossiers)
{
    /// <summary>The facts; none if the dossier is not this caller's.</summary>
    internal async ValueTask<DossierFacts> ReadAsync(ExchangeGrant grant, CancellationToken cancellation) =>
        await dossiers.ReadAsync(grant.Caller, grant.Dossier, cancellation) is { } dossier ? DossierFacts.Read(dossier.Json.Span) : DossierFacts.None;
}
