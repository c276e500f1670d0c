using System.Collections.Immutable;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>One line of a list of the Weekcontrole. Immutable.</summary>
internal sealed record WeekLine
{
    /// <summary>What names the line for good: the number of the oldest log line in it, or a code of the policy files. Lower case letters, digits, dots, hyphens and underscores, at most 120.</summary>
    public required string Key { get; init; }

    /// <summary>When; the newest record where it has several. Null for what is no event.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The professional or organisation concerned, or empty.</summary>
    public string Who { get; init; } = "";

    /// <summary>What it is: a Dutch sentence with holes <c>{0}</c>, <c>{1}</c>, which is its own key for the English one.</summary>
    public required string Words { get; init; }

    /// <summary>What fills the holes: numbers, codes and names of organisations; never of a betrokkene.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The log lines in it, newest first.</summary>
    public ImmutableArray<long> Records { get; init; } = [];

    /// <summary>The betrokkenen as the organisation's pages call them.</summary>
    public ImmutableArray<string> Persons { get; init; } = [];

    /// <summary>The day by which the law or the covenant wants it done; null for none.</summary>
    public DateOnly? Due { get; init; }
}
