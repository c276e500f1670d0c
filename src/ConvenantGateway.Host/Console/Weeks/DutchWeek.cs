using System.Globalization;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>A week as the officers count it: Monday to Sunday, Dutch time (ISO 8601). The default is no week.</summary>
internal readonly record struct DutchWeek
{
    private DutchWeek(DateOnly monday) => Monday = monday;

    /// <summary>The first day.</summary>
    public DateOnly Monday { get; }

    /// <summary>The last day.</summary>
    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>The first instant.</summary>
    public DateTimeOffset Start => ConsoleText.StartOf(Monday);

    /// <summary>The first instant of the next week.</summary>
    public DateTimeOffset End => ConsoleText.StartOf(Monday.AddDays(7));

    /// <summary>The number in its year, 1 to 53.</summary>
    public int Number => ISOWeek.GetWeekOfYear(Monday.ToDateTime(TimeOnly.MinValue));

    /// <summary>The year that the number counts in: that of its Thursday.</summary>
    public int Year => Monday.AddDays(3).Year;

    /// <summary>The week of a day.</summary>
    public static DutchWeek Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    /// <summary>The week of an instant.</summary>
    public static DutchWeek Of(DateTimeOffset instant) => Of(ConsoleText.DayOf(instant));

    /// <summary>A later or earlier week.</summary>
    public DutchWeek Plus(int weeks) => new(Monday.AddDays(7 * weeks));

    /// <summary>The weeks whose Thursday lies in a quarter: 13, or 14 in a year of 53.</summary>
    public static IReadOnlyList<DutchWeek> OfQuarter(int year, int quarter)
    {
        var first = new DateOnly(year, (3 * quarter) - 2, 1);
        var next = first.AddMonths(3);
        var weeks = new List<DutchWeek>();
        for (var week = Of(first); week.Monday.AddDays(3) < next; week = week.Plus(1))
        {
            if (week.Monday.AddDays(3) >= first)
            {
                weeks.Add(week);
            }
        }

        return weeks;
    }

    /// <summary><c>2026-W47</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}-W{Number:00}");
}
