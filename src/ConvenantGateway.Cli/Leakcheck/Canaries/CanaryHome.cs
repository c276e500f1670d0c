using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>A resource or a token request that holds canaries. Not thread safe.</summary>
/// <param name="Sender">The organisation that says it.</param>
/// <param name="Exchange">Which exchange, for the report.</param>
/// <param name="Rol">The role of the person it is about.</param>
/// <param name="Class">The class of the resource.</param>
internal sealed record CanaryHome(string Sender, string Exchange, BetrokkeneRol Rol, CategorySet Class)
{
    /// <summary>What the decision released of it, per organisation. An organisation that is not here got nothing.</summary>
    public Dictionary<string, CategorySet> Released { get; } = new(StringComparer.Ordinal);
}
