namespace ConvenantGateway.Exchange;

/// <summary>An answer that was decided and filtered but has no receipt yet: it cannot be sent. Immutable.</summary>
public sealed record PreparedAnswer
{
    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The body.</summary>
    public required ReleasableBody Body { get; init; }

    /// <summary>Outcome, code, rules and views of the record; the pipeline fills in the rest.</summary>
    public required AnswerRecord Record { get; init; }

    /// <summary>What is stored with the record.</summary>
    public StoreWrites? Writes { get; init; }

    /// <summary>True if it answers "absent": sent at the fixed deadline (design.md 3.2).</summary>
    public bool IsAbsence { get; init; }

    /// <summary>True for a problem (RFC 9457) where the interaction's own answers are of another media type.</summary>
    public bool IsProblem { get; init; }

    /// <summary>Seconds for <c>Retry-After</c>, or null.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The version for <c>ETag</c>, or null.</summary>
    public int? Version { get; init; }

    /// <summary>The first transaction of a push that was sent again, or null.</summary>
    public Guid? ReplayOf { get; init; }
}
