using System.Globalization;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The search parameters of AuditEvent at the own address. Everything that is not listed is refused; persons are those of the token. Immutable.</summary>
public sealed record AuditEventParameters
{
    private const string Partner = "https://convenantgateway.nl/fhir/NamingSystem/partner|";

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.fK", "yyyy-MM-dd'T'HH:mm:ss.ffK", "yyyy-MM-dd'T'HH:mm:ss.fffK"];

    /// <summary>From this instant, to the millisecond.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The other organisation: caller or counterparty; null for all.</summary>
    public string? Agent { get; init; }

    /// <summary>The outcome code, or null.</summary>
    public string? Outcome { get; init; }

    /// <summary>The action code, or null.</summary>
    public string? Action { get; init; }

    /// <summary>The page size, 1 to 200.</summary>
    public int Count { get; init; } = 50;

    /// <summary>The paging token, or null.</summary>
    public string? Page { get; init; }

    /// <summary>What a paging token is bound to.</summary>
    public string Binding => string.Create(CultureInfo.InvariantCulture, $"{From:O}\n{Until:O}\n{Agent}\n{Outcome}\n{Action}");

    /// <summary>Reads form parameters. <c>date</c> may stand twice; days are Dutch days.</summary>
    /// <returns>The parameters, or the refusal that names the parameter, never its value.</returns>
    public static (AuditEventParameters? Parameters, ExchangeRefusal? Refusal) Read(IReadOnlyList<KeyValuePair<string, string>> form)
    {
        AuditEventParameters? result = new();
        foreach (var (name, value) in form)
        {
            if (!SearchParameters.IsListed("AuditEvent", name))
            {
                return (null, SearchParameters.Refusal(ExchangeErrorKind.UnknownParameter, name));
            }

            result = form.Count(p => p.Key == name) > (name == "date" ? 2 : 1) || value.Length is 0 or > 200 ? null : result.With(name, value);
            if (result is null)
            {
                return (null, SearchParameters.Refusal(ExchangeErrorKind.InvalidParameter, name));
            }
        }

        return (result, null);
    }

    private AuditEventParameters? With(string name, string value) => name switch
    {
        "date" => WithDate(value),
        "agent:identifier" => value.StartsWith(Partner, StringComparison.Ordinal) && PartnerId.TryParse(value[Partner.Length..], out var id) ? this with { Agent = id.Value } : null,
        "outcome" => value is "0" or "4" or "8" or "12" ? this with { Outcome = value } : null,
        "action" => value is "C" or "R" or "U" or "D" or "E" ? this with { Action = value } : null,
        "_count" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 200 ? this with { Count = count } : null,
        "_page" => this with { Page = value },
        _ => null,
    };

    private AuditEventParameters? WithDate(string value)
    {
        if (value.Length < 3 || Range(value[2..]) is not { } range)
        {
            return null;
        }

        return value[..2] switch
        {
            "ge" when From is null => this with { From = range.Start },
            "gt" when From is null => this with { From = range.End },
            "lt" when Until is null => this with { Until = range.Start },
            "le" when Until is null => this with { Until = range.End },
            _ => null,
        };
    }

    /// <summary>What a date or an instant covers: a day, a second or a millisecond.</summary>
    private static (DateTimeOffset Start, DateTimeOffset End)? Range(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day > DateOnly.MinValue)
        {
            return (DutchTime.StartOf(day), DutchTime.EndOf(day));
        }

        // Without an offset an instant is none: FHIR demands one.
        return text.Length > 19 && (text.EndsWith('Z') || text[^6] is '+' or '-')
            && DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && at.Year is > 1 and < 9999
                ? (at, at + (text.Contains('.', StringComparison.Ordinal) ? TimeSpan.FromMilliseconds(1) : TimeSpan.FromSeconds(1)))
                : null;
    }
}
