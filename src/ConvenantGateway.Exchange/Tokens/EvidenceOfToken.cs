using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Reads the checked evidence behind a token from its dossier. A consent that was withdrawn or changed since the token was given counts no more, at once. Thread safe.</summary>
public sealed class EvidenceOfToken(IDossiers dossiers, IResourceStore resources)
{
    /// <summary>The facts; none if the dossier is not this caller's.</summary>
    internal async ValueTask<DossierFacts> ReadAsync(ExchangeGrant grant, CancellationToken cancellation)
    {
        if (await dossiers.ReadAsync(grant.Caller, grant.Dossier, cancellation) is not { } dossier)
        {
            return DossierFacts.None;
        }

        var facts = DossierFacts.Read(dossier.Json.Span);
        var standing = new List<ConsentFact>(facts.Consents.Count);
        foreach (var consent in facts.Consents)
        {
            // The version that was checked is the newest: nothing changed, so what was checked still holds.
            if (consent.Consent is null || await resources.ReadAsync(grant.Caller, "Consent", consent.Consent, cancellation) is { } stored && stored.Version == consent.Version)
            {
                standing.Add(consent);
            }
        }

        return standing.Count == facts.Consents.Count
            ? facts
            : facts with { Consents = standing, IsWithdrawn = true, Evidence = standing.Count == 0 ? facts.Evidence & ~Evidence.Consent : facts.Evidence };
    }
}
