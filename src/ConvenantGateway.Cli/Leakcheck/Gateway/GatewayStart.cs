namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>How to start the gateway.</summary>
/// <param name="Assembly">The built gateway, a <c>.dll</c>.</param>
/// <param name="Policies">The policy folder.</param>
/// <param name="Covenant">The covenant.</param>
/// <param name="Workspace">An empty folder for databases and traces.</param>
/// <param name="Certificates">The development certificates; made where they are not.</param>
internal sealed record GatewayStart(string Assembly, string Policies, string Covenant, string Workspace, string Certificates)
{
    /// <summary>The databases.</summary>
    public string Database => Path.Combine(Workspace, "data");

    /// <summary>What the startup hook writes.</summary>
    public string Traces => Path.Combine(Workspace, "traces.txt");
}
