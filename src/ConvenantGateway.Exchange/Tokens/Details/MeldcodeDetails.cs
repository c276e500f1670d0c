using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>The steps b to d of the meldcode, or why they were skipped.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MeldcodeDetails
{
    /// <summary>Colleague or expert consulted.</summary>
    public string? B { get; init; }

    /// <summary>Spoken with the person.</summary>
    public string? C { get; init; }

    /// <summary>Risk weighed.</summary>
    public string? D { get; init; }

    public string? SkippedBecause { get; init; }
}
