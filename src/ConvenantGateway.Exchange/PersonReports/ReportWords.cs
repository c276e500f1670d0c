using System.Globalization;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The words of a person report. Constants and codes looked up in lists: no text of a record ever gets in. Pure; thread safe.</summary>
internal static class ReportWords
{
    /// <summary>What stands in the place of a name where naming would betray a place or a moment (domain.md 10.2, 7).</summary>
    public const string Helper = "een hulpverleningsinstantie";

    /// <summary>What stands in the place of who reported or informed.</summary>
    public const string Protected = "een beroepskracht of instantie";

    /// <summary>What stands in the place of every name in the careful version.</summary>
    public const string Anyone = "een organisatie voor zorg of hulp";

    /// <summary>Where categories cannot be told apart.</summary>
    public const string SomeData = "gegevens over de betrokkene, niet nader te onderscheiden";

    private static readonly string[] Months =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    /// <summary>The day in Dutch time.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DutchTime.DayOf(instant);

    /// <summary><c>12 mei 2009</c>.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    /// <summary><c>mei 2009</c>.</summary>
    public static string Month(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Months[day.Month - 1]} {day.Year}");

    /// <summary>A movement.</summary>
    public static string Movement(ReportMovement movement) => movement switch
    {
        ReportMovement.Provided => "verstrekt aan",
        ReportMovement.Received => "ontvangen van",
        ReportMovement.AskedInVain => "tevergeefs gevraagd aan",
        _ => throw new ArgumentOutOfRangeException(nameof(movement)),
    };

    /// <summary>The category of an organisation, for origins.</summary>
    public static string Origin(string kind) => kind switch
    {
        "HA" or "ZH" or "GGD" or "JGZ" or "TZ" or "GGZ" or "DHV" => "een zorgverlener",
        "POL" or "HOVJ" or "LEC" => "de politie",
        "OM" or "GRIF" or "VR" or "RECL" => "een justitiële instantie",
        "BURG" or "GEM" => "een overheidsinstantie",
        "AMK" or "BJZ" or "GI" or "RVDK" => "een instantie voor jeugdbescherming",
        "SCH" or "CJG" => "een instelling voor onderwijs of jeugd",
        "ASHG" or "VT" or "AMW" or "SHN" or "VO" or "MO" or "COMENSHA" => Helper,
        _ => "een andere instantie",
    };

    /// <summary>A law's short name.</summary>
    public static string Law(string bwb) => bwb switch
    {
        "BWBR0011468" => "Wbp",
        "32016R0679" => "AVG",
        "BWBR0040940" => "UAVG",
        "BWBR0020031" => "Wmo",
        "BWBR0035362" => "Wmo 2015",
        "BWBR0016637" => "Wjz",
        "BWBR0022463" => "Wpg",
        "BWBR0023086" => "Bpg",
        "BWBR0014194" => "Wjsg",
        "BWBR0005290" => "BW Boek 7",
        "BWBR0002656" => "BW Boek 1",
        "BWBR0024649" => "Wth",
        "BWBR0024658" => "Besluit tijdelijk huisverbod",
        "BWBR0034925" => "Jeugdwet",
        "BWBR0001903" => "Sv",
        "BWBR0001854" => "Sr",
        _ => bwb,
    };

    /// <summary>The role, for the officer only.</summary>
    public static string Rol(RolSet rollen) => rollen.IsEmpty ? "niet vast te stellen" : string.Join(", ", rollen.Roles().Select(static r => r.ToString().ToLowerInvariant()));
}
