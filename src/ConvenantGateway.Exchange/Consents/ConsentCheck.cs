using System.Globalization;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Checks a consent, wherever it stands (domain.md 10.3, 11 to 13; Wbp 1(i), 5, 8(a), 23(1)(a); AVG 4(11), 7): person, giver, receiver, purpose, categories, form, period, withdrawal, and
/// that it was free: spoken alone, understood, not in the presence of a suspect and not by one. Pure.
/// </summary>
internal static class ConsentCheck
{
    /// <summary>Health, criminal and sexual-life data, and what tells of them: consent must be explicit (Wbp 16, 23(1)(a); AVG 9(2)(a)).</summary>
    private static readonly CategorySet Special = Enumerable.Range(8, 13).Aggregate(default(CategorySet), static (set, n) => set | CategorySet.Of(n));

    /// <summary>Checks one consent; what is wrong or missing is added to <paramref name="missing"/> in plain Dutch, never a value.</summary>
    /// <returns>The categories it covers.</returns>
    public static CategorySet Check(ConsentDetails consent, ConsentPerson? person, ConsentQuestion question, List<string> missing)
    {
        Need(person is not null, "`consent.about` wijst naar niemand in `about`", missing);
        Need(!string.IsNullOrWhiteSpace(consent.Giver), "wie de toestemming gaf (`consent.giver`)", missing);
        Need(consent.Recipients?.Contains(question.Recipient.Value) == true, "toestemming voor deze ontvanger (`consent.recipients`)", missing);
        Need(consent.Purpose == question.Purpose.Code, "toestemming voor dit doel (`consent.purpose`)", missing);
        Need(string.IsNullOrEmpty(consent.Withdrawn), "de toestemming is ingetrokken", missing);
        CheckFreedom(consent, missing);
        var given = Date(consent.Given);
        var until = Date(consent.Until);
        Need(
            given is not null && until is not null && given < until && given <= question.LawDate && question.LawDate <= until,
            "een toestemming die op deze datum geldt (`consent.given`, en een `consent.until` daarna)", missing);
        if (person is not null)
        {
            CheckGiver(consent, person, given ?? question.LawDate, question, missing);
        }

        var categories = Categories(consent, missing);
        Need(
            consent.Form is "written" || (consent.Form is "oral" && (consent.Explicit == true || !categories.Overlaps(Special))),
            "de vorm (`consent.form`: `written` of `oral`; bij bijzondere gegevens mondeling alleen als zij uitdrukkelijk is, `consent.explicit`)", missing);
        return categories;
    }

    /// <summary>An ISO date or null.</summary>
    internal static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    internal static bool IsDutch(string language) => language.Equals("nl", StringComparison.OrdinalIgnoreCase) || language.StartsWith("nl-", StringComparison.OrdinalIgnoreCase);

    private static void CheckFreedom(ConsentDetails consent, List<string> missing)
    {
        Need(consent.SpokenAlone == true, "dat de betrokkene alleen is gesproken (`consent.spokenAlone`)", missing);
        Need(
            consent.SuspectPresent != true && consent.FamilyPresent != true,
            "een toestemming waar de vermoedelijke pleger of familie bij was geldt niet (`consent.suspectPresent`, `consent.familyPresent`)", missing);
        Need(
            consent.RepresentativeIsSuspect != true,
            "de vertegenwoordiger is de vermoedelijke pleger: deze toestemming geldt niet; een medewerker beslist (Wbp 43(e))", missing);
        Need(consent.Language is null || IsDutch(consent.Language) || consent.IndependentInterpreter == true, "een onafhankelijke tolk, want het gesprek was niet in het Nederlands (`consent.independentInterpreter`)", missing);
    }

    /// <summary>Wbp 5(1); UAVG 5; Wmo 21h; 7:465 BW; 1:381 and 1:453 BW: a minor, and who is under curatele or mentorschap, is represented.</summary>
    private static void CheckGiver(ConsentDetails consent, ConsentPerson person, DateOnly given, ConsentQuestion question, List<string> missing)
    {
        if (consent.Capacity is not ("self" or "legal-representative" or "mentor" or "curator") || consent.Incapacity is not (null or "curatele" or "mentorschap"))
        {
            missing.Add("in welke hoedanigheid (`consent.capacity`: `self`, `legal-representative`, `mentor` of `curator`)");
            return;
        }

        var required = ConsentAges.Required(person.BirthDate, given, question.LawDate, question.Regimes);
        if (consent.Incapacity is not null || consent.Capacity is "mentor" or "curator")
        {
            var matches = consent.Incapacity == "curatele" ? consent.Capacity is "curator" : consent.Incapacity != "mentorschap" || consent.Capacity is "mentor";
            Need(matches, "wie onder curatele of mentorschap staat, wordt vertegenwoordigd door de curator of mentor (`consent.capacity`, `consent.incapacity`)", missing);
            Need(!required.Representative || required.Self, "voor een kind beslist de wettelijke vertegenwoordiger, geen mentor of curator (`consent.capacity`)", missing);
            return;
        }

        if (required is (true, true))
        {
            Need(consent.Capacity == "legal-representative" && consent.MinorAgrees == true, "van 12 tot 16 jaar beslissen de minderjarige en de wettelijke vertegenwoordiger samen (`consent.capacity`, `consent.minorAgrees`)", missing);
        }
        else if (required.Representative)
        {
            Need(consent.Capacity == "legal-representative", "op deze leeftijd beslist de wettelijke vertegenwoordiger (`consent.capacity`; Wbp 5(1))", missing);
        }
        else
        {
            Need(consent.Capacity == "self", "op deze leeftijd beslist de betrokkene zelf (`consent.capacity`)", missing);
            Need(
                ConsentAges.Age(person.BirthDate, given) >= 16 || consent.Capable == true,
                "dat de minderjarige tot een redelijke waardering in staat is (`consent.capable`; Wmo 21h, 5.3.3)", missing);
        }
    }

    private static CategorySet Categories(ConsentDetails consent, List<string> missing)
    {
        var categories = default(CategorySet);
        foreach (var code in consent.Categories ?? [])
        {
            Need(CategorySet.TryParse(code, out var category), "`consent.categories` noemt een onbekende categorie", missing);
            categories |= category;
        }

        Need(!categories.IsEmpty, "de categorieën (`consent.categories`)", missing);
        return categories;
    }

    private static void Need(bool isMet, string text, List<string> missing)
    {
        if (!isMet && !missing.Contains(text))
        {
            missing.Add(text);
        }
    }
}
