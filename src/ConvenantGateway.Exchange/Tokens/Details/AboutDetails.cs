using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>A person the call is about.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AboutDetails
{
    public string? Family { get; init; }

    public string? Given { get; init; }

    public string? BirthDate { get; init; }

    public string? Gender { get; init; }

    public string? PostalCode { get; init; }
}
