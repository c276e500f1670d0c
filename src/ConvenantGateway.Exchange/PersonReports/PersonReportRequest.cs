using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>
/// A request for a person report (inzage) as an officer takes it in. No name and no birth date: the handles and an age. Immutable.
/// </summary>
public sealed record PersonReportRequest
{
    /// <summary>The id of the request.</summary>
    public required Guid Id { get; init; }

    /// <summary>The slug of the organisation that answers.</summary>
    public required string Viewer { get; init; }

    /// <summary>When the request came in, UTC: the term runs from it.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>The date whose law applies.</summary>
    public required DateOnly LawDate { get; init; }

    /// <summary>The betrokkene's handle, 64 hex characters.</summary>
    public required string Person { get; init; }

    /// <summary>The betrokkene's age in whole years on the law date.</summary>
    public required int Age { get; init; }

    /// <summary>Who asks.</summary>
    public ReportApplicant Applicant { get; init; }

    /// <summary>How the identity of who asks was checked.</summary>
    public ReportProof Identity { get; init; }

    /// <summary>What the own file says of the betrokkene's role.</summary>
    public ReportRol Rol { get; init; }

    /// <summary>The betrokkene is placed under curatele.</summary>
    public bool IsOnderCuratele { get; init; }

    /// <summary>A mentorschap was set up for the betrokkene.</summary>
    public bool HasMentor { get; init; }

    /// <summary>The betrokkene can weigh the own interests; null if nobody judged it.</summary>
    public bool? CanWeigh { get; init; }

    /// <summary>The representative's capacity.</summary>
    public RepresentativeCapacity Capacity { get; init; }

    /// <summary>How the representative's authority was shown.</summary>
    public AuthorityProof Authority { get; init; }

    /// <summary>The representative's handle; empty without one. Needed to see whether the log knows the representative as vermoedelijke pleger.</summary>
    public string Representative { get; init; } = "";

    /// <summary>Whom the request is about: the handles of the betrokkene and of the representative, if another; 32 bytes each. Erasing either erases the request.</summary>
    [JsonIgnore]
    public ImmutableArray<ReadOnlyMemory<byte>> Persons =>
        Representative.Length == 0 || Representative == Person ? [Convert.FromHexString(Person)] : [Convert.FromHexString(Person), Convert.FromHexString(Representative)];

    /// <summary>The officer knows that the representative is the vermoedelijke pleger. It cannot be taken back by the log.</summary>
    public bool RepresentativeIsSuspect { get; init; }

    /// <summary>The betrokkene's interest opposes; null if nobody weighed it.</summary>
    public bool? InterestOpposes { get; init; }
}
