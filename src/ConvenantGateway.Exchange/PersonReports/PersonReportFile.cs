namespace ConvenantGateway.Exchange;

/// <summary>
/// A request for a person report with its state, as it is stored (sealed). Every change is a new revision; two officers who change the same revision collide and one of them is told.
/// </summary>
public sealed record PersonReportFile
{
    /// <summary>The request.</summary>
    public required PersonReportRequest Request { get; init; }

    /// <summary>1 when asked, one more with each change.</summary>
    public required int Revision { get; init; }

    /// <summary>Where it stands.</summary>
    public required PersonReportState State { get; init; }

    /// <summary>The last day of the term, Dutch time.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>Who took it in.</summary>
    public required string AskedBy { get; init; }

    /// <summary>Who prepared it; empty if nobody did.</summary>
    public string PreparedBy { get; init; } = "";

    /// <summary>When it was prepared, UTC.</summary>
    public DateTimeOffset? PreparedAt { get; init; }

    /// <summary>The person's version as it was prepared, or the refusal in writing.</summary>
    public PersonDocument? Document { get; init; }

    /// <summary>The officers' version as it was prepared.</summary>
    public OfficerDocument? Judgement { get; init; }

    /// <summary>A motivation is needed before it may go.</summary>
    public bool NeedsMotivation { get; init; }

    /// <summary>Who released or refused it; empty if nobody did.</summary>
    public string DecidedBy { get; init; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why, where a motivation was needed or a request was refused.</summary>
    public string Motivation { get; init; } = "";
}
