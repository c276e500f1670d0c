namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// The weeks of a Weekcontrole, whole ones: if an officer could begin on any day, he could choose the sample by choosing the period.
/// </summary>
/// <param name="First">The first week.</param>
/// <param name="Last">The last week; the same one for one week.</param>
internal sealed record WeekPeriod(DutchWeek First, DutchWeek Last)
{
    /// <summary>The most weeks in one review: the work stays bounded, and a review of a quarter is no weekly review.</summary>
    public const int MostWeeks = 5;

    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    /// <summary>The first instant.</summary>
    public DateTimeOffset Start => First.Start;

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset End => Last.End;

    /// <summary>Its weeks, oldest first.</summary>
    public IEnumerable<DutchWeek> Weeks
    {
        get
        {
            for (var week = First; week.Monday <= Last.Monday; week = week.Plus(1))
            {
                yield return week;
            }
        }
    }

    /// <summary>Last week, for a form that named none.</summary>
    public static WeekPeriod LastWeek(DateTimeOffset now)
    {
        var week = DutchWeek.Of(now).Plus(-1);
        return new WeekPeriod(week, week);
    }

    /// <summary>The whole weeks of two days; last week where they are missing, in the wrong order, too far apart or in no year that counts.</summary>
    public static WeekPeriod Of(DateOnly from, DateOnly until, DateTimeOffset now)
    {
        if (from.Year is < FirstYear or > LastYear || until.Year is < FirstYear or > LastYear || until < from)
        {
            return LastWeek(now);
        }

        var period = new WeekPeriod(DutchWeek.Of(from), DutchWeek.Of(until));
        return period.Last.Monday >= period.First.Plus(MostWeeks).Monday ? LastWeek(now) : period;
    }

    /// <summary>True if the instant lies in it.</summary>
    public bool Holds(DateTimeOffset instant) => instant >= Start && instant < End;
}
