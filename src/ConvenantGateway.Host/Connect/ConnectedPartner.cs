using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Connect;

/// <summary>The partner that a connection's certificate maps to by subject and key pin. Set once per connection, re-checked per request; a feature of every request on 8443.</summary>
/// <param name="Id">The partner.</param>
/// <param name="Thumbprint">SHA-256 of the certificate's DER, base64url: the token's <c>x5t#S256</c>.</param>
internal sealed record ConnectedPartner(PartnerId Id, string Thumbprint);
