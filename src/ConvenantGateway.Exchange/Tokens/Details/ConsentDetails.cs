using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>A consent as evidence (domain.md 10.3, 12).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ConsentDetails
{
    /// <summary>The index in <c>about</c> of the person; 0 if absent.</summary>
    public int About { get; init; }

    public string? Giver { get; init; }

    public string? Capacity { get; init; }

    public bool? SpokenAlone { get; init; }

    public IReadOnlyList<string>? Recipients { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    public string? Purpose { get; init; }

    public string? Given { get; init; }

    public string? Until { get; init; }

    public string? Form { get; init; }

    public string? Withdrawn { get; init; }

    public string? Language { get; init; }

    public bool? IndependentInterpreter { get; init; }
}
