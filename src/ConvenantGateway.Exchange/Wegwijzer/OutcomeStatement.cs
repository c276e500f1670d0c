using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>What a signed outcome says. Codes, ids and handles; no name, no answer, no text. Immutable.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record OutcomeStatement
{
    /// <summary>The gateway that made it.</summary>
    [JsonPropertyName("iss")]
    public required string Issuer { get; init; }

    /// <summary>Unique; an outcome counts once.</summary>
    [JsonPropertyName("jti")]
    public required Guid Id { get; init; }

    /// <summary>When it was made, seconds since 1970.</summary>
    [JsonPropertyName("iat")]
    public required long IssuedAt { get; init; }

    /// <summary>From when it no longer counts, seconds since 1970.</summary>
    [JsonPropertyName("exp")]
    public required long Expires { get; init; }

    /// <summary>The partner whose professional answered.</summary>
    [JsonPropertyName("partner")]
    public required string Partner { get; init; }

    /// <summary>The professional: <c>system|id</c>.</summary>
    [JsonPropertyName("actor")]
    public required string Actor { get; init; }

    /// <summary>The partner that would receive.</summary>
    [JsonPropertyName("recipient")]
    public required string Recipient { get; init; }

    /// <summary>The purpose.</summary>
    [JsonPropertyName("purpose")]
    public required string Purpose { get; init; }

    /// <summary>The handles of the persons.</summary>
    [JsonPropertyName("persons")]
    public required IReadOnlyList<string> Persons { get; init; }

    /// <summary>The professional group.</summary>
    [JsonPropertyName("group")]
    public required string Group { get; init; }

    /// <summary>The version of the questions.</summary>
    [JsonPropertyName("questions")]
    public required string Questions { get; init; }

    /// <summary>The outcome's code.</summary>
    [JsonPropertyName("outcome")]
    public required string Outcome { get; init; }

    /// <summary>The grounds for which it may serve; empty for an outcome that only advises.</summary>
    [JsonPropertyName("grounds")]
    public required IReadOnlyList<string> Grounds { get; init; }

    /// <summary>The words of what it proves for them. Never consent.</summary>
    [JsonPropertyName("proves")]
    public required IReadOnlyList<string> Proves { get; init; }
}
