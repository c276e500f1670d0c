namespace ConvenantGateway.Exchange;

/// <summary>What token evaluation needs to know of the node.</summary>
public sealed record TokenGrantOptions
{
    /// <summary>The public base of the partner listener without a trailing slash, e.g. <c>https://localhost:8443</c>: <c>locations</c> start with it.</summary>
    public required string PublicBase { get; init; }

    /// <summary>How long a token is valid, at most five minutes.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(5);
}
