using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Host.Connect;
using Microsoft.AspNetCore.Antiforgery;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Binds an antiforgery token to the certificate of the connection that asked for the form (design.md section 9).</summary>
internal sealed class CertificateBinding : IAntiforgeryAdditionalDataProvider
{
    /// <inheritdoc/>
    public string GetAdditionalData(HttpContext context) =>
        context.Features.Get<ConnectedOfficer>()?.Thumbprint ?? throw new InvalidOperationException("no certificate: no form");

    /// <inheritdoc/>
    public bool ValidateAdditionalData(HttpContext context, string additionalData) =>
        context.Features.Get<ConnectedOfficer>() is { Thumbprint.Length: > 0 } connected
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(connected.Thumbprint), Encoding.UTF8.GetBytes(additionalData));
}
