using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>A research protocol (7:458 BW).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProtocolDetails
{
    public string? Id { get; init; }

    /// <summary>The patient did not object (7:458(3) BW).</summary>
    public bool? NoObjection { get; init; }
}
