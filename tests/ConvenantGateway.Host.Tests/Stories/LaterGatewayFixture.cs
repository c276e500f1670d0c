using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Stories;

/// <summary>A node under the covenant of today's law.</summary>
public sealed class LaterGatewayFixture : GatewayFixture
{
    protected override string Covenant => "convenant-2025";
}
