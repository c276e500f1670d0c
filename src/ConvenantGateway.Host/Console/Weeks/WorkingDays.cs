namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Counts days from Monday to Friday. Public holidays count as working days, so that a term is never longer than it should be. Pure.</summary>
internal static class WorkingDays
{
    /// <summary>The day that lies a number of working days later.</summary>
    public static DateOnly After(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                days--;
            }
        }

        return day;
    }
}
