namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What the forms of the Weekcontrole ask alike. Pure.</summary>
internal static class WeekForms
{
    private const int MostDaysAhead = 366;

    /// <summary>Somebody is named, by a day from today on and within a year.</summary>
    public static bool IsAssignable(string? owner, DateOnly? deadline, DateOnly today) =>
        !string.IsNullOrWhiteSpace(owner) && owner.Length <= WeekItem.MostOwner && deadline is { } by && by >= today && by.DayNumber - today.DayNumber <= MostDaysAhead;
}
