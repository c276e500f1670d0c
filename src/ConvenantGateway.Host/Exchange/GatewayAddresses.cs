using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Exchange;

/// <summary>The public addresses of the partner listener.</summary>
/// <param name="PublicBase">E.g. <c>https://localhost:8443</c>, without a trailing slash.</param>
internal sealed record GatewayAddresses(string PublicBase)
{
    /// <summary>The FHIR base of a partner.</summary>
    public string FhirBase(PartnerId partner) => $"{PublicBase}/{partner}/fhir";
}
