using System.Globalization;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// The words on screen. The Dutch sentence is its own key, so that a page reads as it is shown; English comes from <see cref="EnglishText"/>. A sentence without an English one is shown in
/// Dutch, and a test fails. Immutable.
/// </summary>
/// <param name="isEnglish">The officer chose English.</param>
internal sealed class ConsoleText(bool isEnglish)
{
    private static readonly string[] DutchMonths =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The language of the page: <c>nl</c> or <c>en</c>.</summary>
    public string Language => isEnglish ? "en" : "nl";

    /// <summary>A sentence in the chosen language.</summary>
    public string this[string dutch] => isEnglish && EnglishText.Sentences.TryGetValue(dutch, out var english) ? english : dutch;

    /// <summary>A sentence with holes <c>{0}</c>, <c>{1}</c>, filled.</summary>
    public string With(string dutch, params object?[] values) => string.Format(CultureInfo.InvariantCulture, this[dutch], values);

    /// <summary>A date in words: <c>23 november 2026</c>.</summary>
    public string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {(isEnglish ? EnglishMonths : DutchMonths)[day.Month - 1]} {day.Year}");

    /// <summary>A date and time in words, in Dutch time.</summary>
    public string Moment(DateTimeOffset instant)
    {
        var local = DutchTime.LocalOf(instant);
        return string.Create(CultureInfo.InvariantCulture, $"{Day(DateOnly.FromDateTime(local.DateTime))}, {local:HH:mm}");
    }

    /// <summary>A date and time for a table, in Dutch time: <c>23-11-2026 14:05</c>.</summary>
    public static string Short(DateTimeOffset instant) =>
        DutchTime.LocalOf(instant).ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day in Dutch time.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DutchTime.DayOf(instant);

    /// <summary>An instant on the Dutch clock.</summary>
    public static DateTimeOffset LocalOf(DateTimeOffset instant) => DutchTime.LocalOf(instant);

    /// <summary>The first instant of a day in Dutch time.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => DutchTime.StartOf(day);
}
