using System.ComponentModel.DataAnnotations;

namespace ConvenantGateway.Host;

/// <summary>What the command line asks for.</summary>
/// <param name="Gateway">The options of the node.</param>
/// <param name="IsDemo">Play the stories first.</param>
/// <param name="ExitsAfterDemo">Stop after them.</param>
/// <param name="Environment">The environment's name; a demo is always Development.</param>
internal sealed record StartOptions(GatewayOptions Gateway, bool IsDemo, bool ExitsAfterDemo, string Environment)
{
    private static readonly Dictionary<string, string> Switches = new(StringComparer.Ordinal)
    {
        ["--policies"] = "Gateway:Policies",
        ["--covenant"] = "Gateway:Covenant",
        ["--database"] = "Gateway:Database",
        ["--state"] = "Gateway:State",
        ["--certificates"] = "Gateway:Certificates",
        ["--partner-port"] = "Gateway:PartnerPort",
        ["--officer-port"] = "Gateway:OfficerPort",
        ["--operations-port"] = "Gateway:OperationsPort",
    };

    /// <summary>Reads the command line and <c>CONVENANT_</c> environment variables.</summary>
    /// <returns>The options, or everything that is wrong with them.</returns>
    public static (StartOptions? Options, IReadOnlyList<string> Errors) Read(string[] args)
    {
        var isDemo = args is ["demo", ..];
        var rest = args.Skip(isDemo ? 1 : 0).Where(static a => a != "--exit").ToArray();
        var unknown = rest.Where(static a => a.StartsWith('-')).Select(static a => a.Split('=')[0]).Where(static a => !Switches.ContainsKey(a) && !a.StartsWith("--Gateway:", StringComparison.Ordinal)).ToList();
        if (unknown.Count > 0 || (rest.Length > 0 && !rest[0].StartsWith('-')))
        {
            return (null, [$"unknown argument: {string.Join(", ", unknown.DefaultIfEmpty(rest[0]))}"]);
        }

        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("CONVENANT_").AddCommandLine(rest, Switches).Build();
        GatewayOptions gateway;
        try
        {
            gateway = configuration.GetSection("Gateway").Get<GatewayOptions>() ?? new GatewayOptions();
        }
        catch (InvalidOperationException e)
        {
            return (null, [e.Message]);
        }

        var found = new List<ValidationResult>();
        if (!Validator.TryValidateObject(gateway, new ValidationContext(gateway), found, validateAllProperties: true))
        {
            return (null, [.. found.Select(static f => f.ErrorMessage ?? "")]);
        }

        var environment = isDemo
            ? Environments.Development
            : System.Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production;
        return (new StartOptions(gateway, isDemo, args.Contains("--exit"), environment), []);
    }
}
