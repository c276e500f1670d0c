using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>The evidence of the ground.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EvidenceDetails
{
    /// <summary>One consent, or one for each person of <c>about</c> (each then names its person by <c>about</c>, an index).</summary>
    public JsonElement? Consent { get; init; }

    /// <summary>A signed outcome of the Wegwijzer.</summary>
    public JsonElement? Wegwijzer { get; init; }

    /// <summary>Why the professional decides otherwise than that outcome advises; at most 2,000 characters.</summary>
    public string? Deviation { get; init; }

    /// <summary>Why the interest of the person or the seriousness requires it (Wmo 2015 4.1.1(2)d).</summary>
    public string? Reason { get; init; }

    /// <summary>The treatment relation (7:457(2) BW); naming the ground G-DIRECT by a professional states it too.</summary>
    public string? TreatmentRelation { get; init; }

    /// <summary>The date of the oldest police article 8 data in the message (Wpg 8(1)).</summary>
    public string? OldestArticle8 { get; init; }

    public AgreementDetails? AuthorityAgreement { get; init; }

    /// <summary>The article 8 data came out of a comparison: then they may be over a year old (Wpg 8(2)).</summary>
    public bool? Article8Compared { get; init; }

    /// <summary>Why the professional cooperation of the receiver is required (Wmo 21h(3), Wmo 2015 5.3.3(3)).</summary>
    public string? Cooperation { get; init; }

    /// <summary>Nature, seriousness and content of the report that is investigated.</summary>
    public string? RequestReason { get; init; }

    /// <summary>The id of the huisverbod decree.</summary>
    public string? Decree { get; init; }

    /// <summary>The id of the written permission of Minister or burgemeester (Bpg 4:7).</summary>
    public string? Permission { get; init; }

    /// <summary>The research protocol.</summary>
    public ProtocolDetails? Protocol { get; init; }

    /// <summary>Who was consulted and why it is urgent for the police task (Bpg 4:5): all three members.</summary>
    public StatementDetails? FunctionaryConsulted { get; init; }

    /// <summary>A second person who agreed; not the actor.</summary>
    public ActorDetails? SecondPerson { get; init; }

    /// <summary>The one person at the receiver.</summary>
    public ActorDetails? NamedOfficer { get; init; }

    /// <summary>The article that obliges.</summary>
    public string? Article { get; init; }

    /// <summary>The special condition that was imposed.</summary>
    public string? Condition { get; init; }

    /// <summary>The professional of the source who decided anew, and when.</summary>
    public StatementDetails? SourceDecision { get; init; }

    /// <summary>The designation by the burgemeester.</summary>
    public string? Designation { get; init; }

    /// <summary>Who of the AMK was consulted, and when (Wth 2(3)).</summary>
    public StatementDetails? AmkConsulted { get; init; }

    /// <summary>Per sensitive category (<c>D15</c>, <c>D16</c>, <c>D22</c>) why it is needed.</summary>
    public IReadOnlyDictionary<string, string>? NecessityLines { get; init; }

    /// <summary>The steps of the meldcode.</summary>
    public MeldcodeDetails? Meldcode { get; init; }

    /// <summary>All texts that were given.</summary>
    public IEnumerable<string> Texts() => new[]
    {
        Reason, TreatmentRelation, AuthorityAgreement?.Authority, Cooperation, RequestReason, Decree, Permission, Protocol?.Id, FunctionaryConsulted?.Name, FunctionaryConsulted?.Text, SecondPerson?.Name, NamedOfficer?.Name,
        Article, Condition, SourceDecision?.Name, SourceDecision?.Text, Designation, AmkConsulted?.Name, AmkConsulted?.Text, Meldcode?.B, Meldcode?.C, Meldcode?.D, Meldcode?.SkippedBecause,
    }.Concat(NecessityLines?.Values ?? []).OfType<string>();
}
