using System.Collections.Immutable;

namespace ConvenantGateway.Cli.Audit.Erasing;

/// <summary>What was given to a command that orders something of the log.</summary>
internal sealed record OrderInput
{
    public required NodePlace Node { get; init; }

    public ImmutableArray<string> Viewers { get; init; } = [];

    public string? Person { get; init; }

    public required string By { get; init; }

    public string Region { get; init; } = "noord";

    public string Policies { get; init; } = "policies";

    public string Covenant { get; init; } = Policy.PolicyOptions.DefaultCovenant;

    /// <summary>The rule of an erasure or the reason of a hold.</summary>
    public string Rule { get; init; } = "";
}
