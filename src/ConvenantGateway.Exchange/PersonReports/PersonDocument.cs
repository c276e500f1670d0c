using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>
/// The person's version of a person report, or a refusal in writing. It does not say which version it is: one without exchanges has the same bytes whether there were none or all were left out.
/// </summary>
public sealed record PersonDocument
{
    /// <summary>The id of the request.</summary>
    public required string Reference { get; init; }

    /// <summary>Who answers.</summary>
    public required string Answerer { get; init; }

    /// <summary>The law that is answered under.</summary>
    public required string Regime { get; init; }

    /// <summary>The articles of the right.</summary>
    public required ImmutableArray<string> Articles { get; init; }

    /// <summary>To whom it is given.</summary>
    public required string Recipient { get; init; }

    /// <summary>When the request came in.</summary>
    public required string Received { get; init; }

    /// <summary>The last day of the term.</summary>
    public required string Due { get; init; }

    /// <summary>The day it was made: it tells what the log held then.</summary>
    public required string Made { get; init; }

    /// <summary>What every report says.</summary>
    public required ImmutableArray<string> Texts { get; init; }

    /// <summary>The exchanges, oldest first.</summary>
    public ImmutableArray<ReportRow> Rows { get; init; } = [];

    /// <summary>What was left out, where that may be said.</summary>
    public ImmutableArray<ReportRemark> Remarks { get; init; } = [];

    /// <summary>The article of a refusal; empty for a report.</summary>
    public string RefusedUnder { get; init; } = "";
}
