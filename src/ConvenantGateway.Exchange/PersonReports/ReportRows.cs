using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Words one exchange. Every text is a constant or a title of the policy files, found by a code; nothing that a record's values say is copied. Pure.</summary>
/// <param name="snapshot">Titles, partners, grounds.</param>
/// <param name="care">Which version.</param>
internal sealed class ReportRows(PolicySnapshot snapshot, ReportCare care)
{
    private const string Unknown = "niet bekend";

    // What the types of a read or search tell where no categories are recorded; types that could tell of a place, a ban or another person are not in it.
    private static readonly (string Type, int Category)[] TypeCategories =
        [("Patient", 1), ("EpisodeOfCare", 19), ("Condition", 14), ("Procedure", 14), ("RiskAssessment", 18), ("Consent", 24)];

    /// <summary>The row as the person reads it.</summary>
    public ReportRow Row(ReportedExchange exchange, PersonInRecord here, bool isGeneral)
    {
        var record = exchange.Seen.Record;
        var (categories, isDerived) = Categories(exchange, here);
        var (ground, articles) = Ground(exchange);
        return new ReportRow(
            isGeneral ? ReportWords.Month(exchange.Day) : ReportWords.Day(exchange.Day),
            ReportWords.Movement(exchange.Movement),
            Counterpart(exchange, isGeneral),
            snapshot.Purposes.GetValueOrDefault(record.Purpose, Unknown),
            ground,
            articles,
            categories,
            isDerived ? ["categorieën"] : []);
    }

    /// <summary>The organisation, for the officer.</summary>
    public string Name(string slug) => PartnerId.TryParse(slug, out var id) && snapshot.Partners.TryGetValue(id, out var partner) ? partner.Name : "een onbekende organisatie";

    /// <summary>A purpose.</summary>
    public string Purpose(string code) => snapshot.Purposes.GetValueOrDefault(code, Unknown);

    /// <summary>The categories in words, and whether they were derived.</summary>
    public (ImmutableArray<string> Words, bool IsDerived) Categories(ReportedExchange exchange, PersonInRecord here)
    {
        if (here.Categories is not null)
        {
            var named = Words(ReportFate.Named(here, care));
            return named.IsEmpty ? ([ReportWords.SomeData], true) : (named, false);
        }

        if (exchange.Movement == ReportMovement.AskedInVain)
        {
            return ([], false);
        }

        if (!here.IsAlone)
        {
            return ([ReportWords.SomeData], true);
        }

        var told = exchange.Seen.Record.By == "status" ? CategorySet.Of(19) : TypesOf(exchange.Seen);
        var allowed = Words(told & (care == ReportCare.Ordinary ? ReportFate.Printable : ReportFate.Careful));
        return (allowed.IsEmpty ? [ReportWords.SomeData] : allowed, true);
    }

    private ImmutableArray<string> Words(CategorySet categories) => [.. categories.Codes().Where(snapshot.CategoryNames.ContainsKey).Select(c => snapshot.CategoryNames[c])];

    private static CategorySet TypesOf(VisibleRecord seen)
    {
        var types = (Value(seen, "resources") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static t => t.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return TypeCategories.Where(t => types.Contains(t.Type)).Aggregate(default(CategorySet), static (all, t) => all | CategorySet.Of(t.Category));
    }

    private string Counterpart(ReportedExchange exchange, bool isGeneral) =>
        care != ReportCare.Ordinary ? ReportWords.Anyone
        : isGeneral && ReportFate.IsReporter(exchange) ? ReportWords.Protected
        : isGeneral ? ReportWords.Helper
        : exchange.Movement == ReportMovement.Received ? ReportWords.Origin(Kind(exchange.Other))
        : Name(exchange.Other);

    private string Kind(string slug) => PartnerId.TryParse(slug, out var id) && snapshot.Partners.TryGetValue(id, out var partner) ? partner.Kind.Code : "";

    private (string Title, ImmutableArray<string> Articles) Ground(ReportedExchange exchange)
    {
        var record = exchange.Seen.Record;
        var code = exchange.Movement == ReportMovement.Provided && Value(exchange.Seen, "answer-ground") is { Length: > 0 } answer ? answer : record.Ground;
        if (!snapshot.Grounds.TryGetValue(code, out var ground))
        {
            return (Unknown, []);
        }

        // Other grounds (a right to report, a conflict of duties) would tell what the exchange was about.
        if (care != ReportCare.Ordinary && code is not ("G-CONSENT" or "G-DIRECT" or "G-CONTRACT"))
        {
            return ("een wettelijke grondslag", []);
        }

        var date = DateOnly.TryParseExact(record.LawDate, "yyyy-MM-dd", out var stated) ? stated : exchange.Day;
        return (ground.Title, [.. ground.Articles.Where(a => InForce(a.Bwb, date)).Select(static a => new ReportArticle(a.Bwb, a.Article).ToString())]);
    }

    /// <summary>A ground lists the articles of all epochs: those of another are not named.</summary>
    private static bool InForce(string law, DateOnly date) => law switch
    {
        "BWBR0011468" => date < ReportRegimes.AvgDate,
        "32016R0679" or "BWBR0040940" => date >= ReportRegimes.AvgDate,
        "BWBR0035362" or "BWBR0034925" => date >= ReportRegimes.YouthActDate,
        "BWBR0016637" => date < ReportRegimes.YouthActDate,
        "BWBR0020031" => date >= ReportRegimes.SupportCentreLaw && date < ReportRegimes.YouthActDate,
        _ => true,
    };

    private static string? Value(VisibleRecord seen, string field)
    {
        foreach (var value in seen.Values.IsDefault ? [] : seen.Values)
        {
            if (value.Field == field)
            {
                return value.Value;
            }
        }

        return null;
    }
}
