using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>The professional on whose behalf the system calls.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ActorDetails
{
    public string? System { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Role { get; init; }
}
