using System.Globalization;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Checks consent evidence (domain.md 10.3, 12; Wbp 1(i), 5, 8(a), 23(1)(a)): person, receiver, purpose, categories, period, withdrawal, spoken alone. Pure.
/// </summary>
internal static class ConsentCheck
{
    /// <summary>Checks all consents; what is wrong or missing is added to <paramref name="missing"/> in plain Dutch.</summary>
    public static List<ConsentFact> Check(
        JsonElement? evidence, IReadOnlyList<PersonHandle> about, PartnerId recipient, Purpose purpose, DateOnly lawDate, List<string> missing)
    {
        var facts = new List<ConsentFact>();
        foreach (var consent in Read(evidence, missing))
        {
            var before = missing.Count;
            var categories = CheckOne(consent, about.Count, recipient, purpose, lawDate, missing);
            if (missing.Count == before)
            {
                facts.Add(new ConsentFact(about[consent.About].Hex, categories.Bits));
            }
        }

        return facts;
    }

    private static List<ConsentDetails> Read(JsonElement? evidence, List<string> missing)
    {
        var consents = new List<ConsentDetails>();
        if (evidence is not { } element || element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return consents;
        }

        var items = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().ToList() : [element];
        foreach (var item in items)
        {
            try
            {
                if (item.Deserialize(DetailsJson.Default.ConsentDetails) is { } consent)
                {
                    consents.Add(consent);
                }
            }
            catch (JsonException)
            {
                missing.Add("`evidence.consent` heeft een onbekend of onleesbaar lid (een verwijzing naar een Consent wordt nog niet aangenomen)");
            }
        }

        return consents;
    }

    private static CategorySet CheckOne(ConsentDetails consent, int about, PartnerId recipient, Purpose purpose, DateOnly lawDate, List<string> missing)
    {
        Need(consent.About >= 0 && consent.About < about, "`consent.about` wijst naar niemand in `about`", missing);
        Need(!string.IsNullOrWhiteSpace(consent.Giver), "wie de toestemming gaf (`consent.giver`)", missing);
        Need(consent.Capacity is "self" or "legal-representative", "in welke hoedanigheid (`consent.capacity`: `self` of `legal-representative`)", missing);
        Need(consent.SpokenAlone == true, "dat de betrokkene alleen is gesproken (`consent.spokenAlone`)", missing);
        Need(consent.Recipients?.Contains(recipient.Value) == true, "toestemming voor deze ontvanger (`consent.recipients`)", missing);
        Need(consent.Purpose == purpose.Code, "toestemming voor dit doel (`consent.purpose`)", missing);
        Need(consent.Form is "written" or "oral", "de vorm (`consent.form`: `written` of `oral`)", missing);
        Need(string.IsNullOrEmpty(consent.Withdrawn), "de toestemming is ingetrokken", missing);
        Need(
            Date(consent.Given) is { } given && Date(consent.Until) is { } until && given <= lawDate && lawDate <= until,
            "een toestemming die op deze datum geldt (`consent.given`, `consent.until`)", missing);

        var categories = default(CategorySet);
        foreach (var code in consent.Categories ?? [])
        {
            Need(CategorySet.TryParse(code, out var category), "`consent.categories` noemt een onbekende categorie", missing);
            categories |= category;
        }

        Need(!categories.IsEmpty, "de categorieën (`consent.categories`)", missing);
        return categories;
    }

    /// <summary>An ISO date or null.</summary>
    internal static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static void Need(bool isMet, string text, List<string> missing)
    {
        if (!isMet)
        {
            missing.Add(text);
        }
    }
}
