using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>A token request's <c>authorization_details</c> (design.md 3.3): one element that says to whom, why, on what ground, about whom, by whom, with what evidence. Immutable.</summary>
public sealed record TokenAsk
{
    /// <summary>The counterparty, or the caller itself for the own register.</summary>
    public required string To { get; init; }

    /// <summary>The professional.</summary>
    public required TokenActor Actor { get; init; }

    /// <summary>The purpose code; null only for the own register.</summary>
    public string? Purpose { get; init; }

    /// <summary>The ground code; null only for the own register.</summary>
    public string? Ground { get; init; }

    /// <summary>About whom.</summary>
    public IReadOnlyList<TokenPerson> About { get; init; } = [];

    /// <summary>Consents; <see cref="TokenConsent.About"/> points into <see cref="About"/>.</summary>
    public IReadOnlyList<TokenConsent> Consents { get; init; } = [];

    /// <summary>The weighing, or null.</summary>
    public TokenWeighing? Weighing { get; init; }

    /// <summary>Why the interest or the seriousness requires it, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The agreement of the competent authority (Wpg 19, 20), or null.</summary>
    public TokenAgreement? AuthorityAgreement { get; init; }

    /// <summary>The date of the oldest police data of article 8 Wpg in the message, or null.</summary>
    public DateOnly? OldestArticle8 { get; init; }

    /// <summary>The parameter's text.</summary>
    /// <param name="publicBase">E.g. <c>https://localhost:8443</c>.</param>
    public string ToJson(string publicBase)
    {
        var one = new JsonObject { ["type"] = "convenant_exchange", ["locations"] = new JsonArray($"{publicBase}/{To}/fhir") };
        if (Purpose is not null)
        {
            one["purpose"] = Purpose;
        }

        if (Ground is not null)
        {
            one["ground"] = Ground;
        }

        if (About.Count > 0)
        {
            one["about"] = new JsonArray([.. About.Select(static p => p.ToJson())]);
        }

        one["actor"] = Actor.ToJson();
        if (EvidenceJson() is { Count: > 0 } evidence)
        {
            one["evidence"] = evidence;
        }

        if (Weighing is not null)
        {
            one["weighing"] = Weighing.ToJson();
        }

        return new JsonArray(one).ToJsonString(JsonBytes.Options);
    }

    private JsonObject EvidenceJson()
    {
        var evidence = new JsonObject();
        if (Consents.Count > 0)
        {
            evidence["consent"] = new JsonArray([.. Consents.Select(c => c.ToJson(To, Purpose))]);
        }

        if (Reason is not null)
        {
            evidence["reason"] = Reason;
        }

        if (OldestArticle8 is { } oldest)
        {
            evidence["oldestArticle8"] = IsoDate.Of(oldest);
        }

        if (AuthorityAgreement is not null)
        {
            evidence["authorityAgreement"] = AuthorityAgreement.ToJson();
        }

        return evidence;
    }
}
