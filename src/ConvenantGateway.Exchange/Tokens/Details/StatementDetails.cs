using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>Who said or decided something, when, and what.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StatementDetails
{
    public string? Name { get; init; }

    public string? Date { get; init; }

    public string? Text { get; init; }
}
