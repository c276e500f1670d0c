using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>The law under which an organisation answers a request for inzage on a date. Immutable.</summary>
public sealed record ReportRegime
{
    /// <summary>The law's short name, e.g. <c>Wbp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>False for police and justice: their request is sent on, never answered here.</summary>
    public bool IsAnswered { get; init; } = true;

    /// <summary>The right itself.</summary>
    public required ImmutableArray<ReportArticle> Access { get; init; }

    /// <summary>Checking who asks.</summary>
    public required ReportArticle Identity { get; init; }

    /// <summary>A child of 12 to 15 may ask itself; else its representative does.</summary>
    public bool FromTwelve { get; init; }

    /// <summary>Why one who is too young, or cannot weigh the own interests, is not answered.</summary>
    public required ReportArticle Incapable { get; init; }

    /// <summary>The representative's right.</summary>
    public required ReportArticle Representative { get; init; }

    /// <summary>The betrokkene's interest against a representative.</summary>
    public required ReportArticle Interest { get; init; }

    /// <summary>What may be left out to protect the betrokkene or another.</summary>
    public required ReportArticle Withhold { get; init; }

    /// <summary>Days until the answer is due; 0 for a calendar month.</summary>
    public int TermDays { get; init; } = 28;

    /// <summary>The term in words.</summary>
    public required string Term { get; init; }

    /// <summary>What of the above was derived or not read, in plain Dutch; empty for nothing.</summary>
    public string Derived { get; init; } = "";

    /// <summary>The last day of the term.</summary>
    /// <param name="received">The day the request came in, Dutch time.</param>
    public DateOnly Due(DateOnly received) => TermDays == 0 ? received.AddMonths(1) : received.AddDays(TermDays);
}
