using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>The agreement of the competent authority in one case (Wpg 19).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AgreementDetails
{
    public string? Authority { get; init; }

    public string? Date { get; init; }

    public string? PurposeLetter { get; init; }
}
