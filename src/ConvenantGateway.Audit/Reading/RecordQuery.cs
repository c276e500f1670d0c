namespace ConvenantGateway.Audit;

/// <summary>Which records to list. Unset members do not filter.</summary>
public sealed record RecordQuery
{
    /// <summary>From this instant.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Caller or counterparty.</summary>
    public string? Partner { get; init; }

    /// <summary>A rule id.</summary>
    public string? Rule { get; init; }

    /// <summary>An outcome such as <c>refused</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>Purpose code.</summary>
    public string? Purpose { get; init; }

    /// <summary>The types; empty for all.</summary>
    public IReadOnlyList<RecordType> Types { get; init; } = [];

    /// <summary>A person's handle, 32 bytes.</summary>
    public ReadOnlyMemory<byte>? Person { get; init; }

    /// <summary>At most this many, 1 to 500.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Only indexes below this one: paging.</summary>
    public long? Before { get; init; }
}
