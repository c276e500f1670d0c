using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Connect;

/// <summary>The person that a connection's certificate on 8444 maps to.</summary>
/// <param name="Officer">The person.</param>
/// <param name="Thumbprint">SHA-256 of the certificate's DER, base64url.</param>
internal sealed record ConnectedOfficer(Officer Officer, string Thumbprint);
