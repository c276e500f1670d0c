namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>How far a line is, for a cell.</summary>
/// <param name="Page">The page.</param>
/// <param name="Items">What was done, newest first.</param>
/// <param name="Due">The day by which the law or the covenant wants it done.</param>
internal sealed record WeekState(ConsolePage Page, IReadOnlyList<WeekItem> Items, DateOnly? Due)
{
    /// <summary>The newest act; null if nothing was done.</summary>
    public WeekItem? Newest => Items.Count > 0 ? Items[0] : null;

    /// <summary>The day that counts: the one given to the owner, or the law's where nobody took it up.</summary>
    public DateOnly? By => Newest switch { { Step: WeekStep.Assigned } item => item.Deadline, { Step: WeekStep.Finished } => null, _ => Due };

    /// <summary>That day is past.</summary>
    public bool IsLate => By is { } by && by < ConsoleText.DayOf(Page.Look.Time);
}
