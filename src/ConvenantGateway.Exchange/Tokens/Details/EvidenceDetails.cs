using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>The evidence of the ground.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EvidenceDetails
{
    /// <summary>One consent, or one for each person of <c>about</c> (each then names its person by <c>about</c>, an index).</summary>
    public JsonElement? Consent { get; init; }

    public JsonElement? Wegwijzer { get; init; }

    /// <summary>Why the interest of the person or the seriousness requires it (Wmo 2015 4.1.1(2)d).</summary>
    public string? Reason { get; init; }

    /// <summary>The treatment relation (7:457(2) BW); naming the ground G-DIRECT by a professional states it too.</summary>
    public string? TreatmentRelation { get; init; }

    /// <summary>The date of the oldest police article 8 data in the message (Wpg 8(1)).</summary>
    public string? OldestArticle8 { get; init; }

    public AgreementDetails? AuthorityAgreement { get; init; }
}
