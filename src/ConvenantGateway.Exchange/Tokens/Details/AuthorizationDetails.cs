using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>The one element of <c>authorization_details</c> (RFC 9396; design.md 3.3), as sent. Unknown members are refused.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AuthorizationDetails
{
    public string? Type { get; init; }

    public IReadOnlyList<string>? Locations { get; init; }

    public string? Purpose { get; init; }

    public string? Ground { get; init; }

    public IReadOnlyList<AboutDetails>? About { get; init; }

    public ActorDetails? Actor { get; init; }

    public EvidenceDetails? Evidence { get; init; }

    public WeighingDetails? Weighing { get; init; }

    public bool Emergency { get; init; }
}
