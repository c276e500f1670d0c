using System.Collections.Immutable;
using System.Globalization;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The listed search parameters (design.md section 8). Everything that is not listed is refused. Immutable.</summary>
public sealed record SearchParameters
{
    /// <summary>Exact terms.</summary>
    public ImmutableArray<SearchTerm> Terms { get; init; } = [];

    /// <summary>The <c>_id</c>, or null.</summary>
    public string? Id { get; init; }

    /// <summary>A <c>code</c> token (<c>code</c> or <c>system|code</c>), compared after decryption within one person's set; null for none.</summary>
    public string? Code { get; init; }

    /// <summary>The page size, 1 to 200.</summary>
    public int Count { get; init; } = 50;

    /// <summary>The paging token, or null.</summary>
    public string? Page { get; init; }

    /// <summary>The categories of the searched elements: a resource for which they are not released does not match.</summary>
    public CategorySet Searched { get; init; }

    /// <summary>Reads form parameters for a type.</summary>
    /// <returns>The parameters, or the refusal that names the parameter, never its value.</returns>
    public static (SearchParameters? Parameters, ExchangeRefusal? Refusal) Read(string type, IReadOnlyList<KeyValuePair<string, string>> form)
    {
        var result = new SearchParameters();
        string? family = null;
        string? birthDate = null;
        foreach (var (name, value) in form)
        {
            if (form.Count(p => p.Key == name) > 1 || value.Length is 0 or > 200)
            {
                return Refuse(ExchangeErrorKind.InvalidParameter, name);
            }

            switch (name)
            {
                case "_id":
                    result = result with { Id = value };
                    break;
                case "_count" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 200:
                    result = result with { Count = count };
                    break;
                case "_page":
                    result = result with { Page = value };
                    break;
                case "identifier" when value.IndexOf('|', StringComparison.Ordinal) > 0:
                    result = result.With(new SearchTerm("identifier", value), CategorySet.Of(3) | CategorySet.Of(1));
                    break;
                case "family" when type == "Patient":
                    family = NameNormalization.Normalize(value);
                    break;
                case "birthdate" when type == "Patient":
                    birthDate = value;
                    break;
                case "patient" or "subject" when type is not ("Patient" or "Organization" or "PractitionerRole" or "Location"):
                    result = result.With(new SearchTerm("patient", value.StartsWith("Patient/", StringComparison.Ordinal) ? value : $"Patient/{value}"), default);
                    break;
                case "code" when type is "Condition" or "Observation" or "Flag" or "ServiceRequest":
                    result = result with { Code = value };
                    break;
                case "_count" or "identifier":
                    return Refuse(ExchangeErrorKind.InvalidParameter, name);
                default:
                    return Refuse(ExchangeErrorKind.UnknownParameter, name);
            }
        }

        if ((family is null) != (birthDate is null))
        {
            return Refuse(ExchangeErrorKind.InvalidParameter, "family, birthdate");
        }

        if (family is not null)
        {
            result = result.With(new SearchTerm("family-birthdate", $"{family}|{birthDate}"), CategorySet.Of(1));
        }

        // Codes are compared after decryption, so only within one person's set.
        return result.Code is not null && !result.Terms.Any(static t => t.Name == "patient")
            ? Refuse(ExchangeErrorKind.InvalidParameter, "code")
            : (result, null);
    }

    /// <summary>True if a type may be searched by a parameter of this name.</summary>
    internal static bool IsListed(string type, string name) => name switch
    {
        "_count" or "_page" => true,
        "date" or "agent:identifier" or "outcome" or "action" => type == "AuditEvent",
        "_id" or "identifier" or "family" or "birthdate" or "patient" or "subject" or "code" => type != "AuditEvent",
        _ => false,
    };

    /// <summary>What was asked, for the record: the type and the names of listed parameters, each once; never a value, and nothing that a caller made up.</summary>
    internal static string Asked(string type, IReadOnlyList<KeyValuePair<string, string>> form) =>
        $"{type}/_search?{string.Join('&', form.Select(static p => p.Key).Where(name => IsListed(type, name)).Distinct().Order(StringComparer.Ordinal))}".TrimEnd('?');

    /// <summary>The refusal of a parameter: its name, never its value.</summary>
    internal static ExchangeRefusal Refusal(ExchangeErrorKind kind, string name) =>
        ExchangeRefusal.Of(kind, kind == ExchangeErrorKind.UnknownParameter ? "deze parameter bestaat hier niet" : "de waarde of de combinatie is niet leesbaar", Place(name));

    private SearchParameters With(SearchTerm term, CategorySet searched) => this with { Terms = Terms.Add(term), Searched = Searched | searched };

    private static (SearchParameters?, ExchangeRefusal?) Refuse(ExchangeErrorKind kind, string name) => (null, Refusal(kind, name));

    private static string Place(string name) => name.Length <= 32 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or ',' or ' ' or ':' or '.' or '-') ? $"_search.{name}" : "_search";
}
