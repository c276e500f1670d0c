using System.Globalization;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The exchanges that one organisation may see, with filters. The filters are codes and dates; persons are searched by POST elsewhere.</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf, OfficerRole.Toezicht)]
internal sealed class ExchangesPage(IActivePolicy active, ILogReading log, RecordScope scope) : ConsolePage(active)
{
    private const int PageSize = 50;

    /// <inheritdoc/>
    public override string Section => "/uitwisselingen";

    /// <summary>First day, Dutch time.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Van { get; set; }

    /// <summary>Last day, Dutch time.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Tot { get; set; }

    /// <summary>The other organisation.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Partner { get; set; }

    /// <summary>The purpose code.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Doel { get; set; }

    /// <summary>The outcome code.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Uitkomst { get; set; }

    /// <summary>A rule id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Regel { get; set; }

    /// <summary>Only older than this log line.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Voor { get; set; }

    /// <summary>Through whose eyes; of use to the supervisor only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organisatie { get; set; }

    /// <summary>Through whose eyes; null without an open inquiry.</summary>
    public PartnerId? Viewer { get; private set; }

    /// <summary>The organisations to choose from.</summary>
    public IReadOnlyList<PartnerId> Organisations { get; private set; } = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<VisibleRecord> Records { get; private set; } = [];

    /// <summary>The log line to continue before; null on the last page.</summary>
    public long? Next { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Organisations = await scope.OrganisationsAsync(Officer, cancellation);
        Viewer = await scope.ChooseAsync(Officer, Organisatie, cancellation);
        if (Viewer is not { } viewer)
        {
            return string.IsNullOrEmpty(Organisatie) ? Page() : Absent();
        }

        Look.Note("viewer", viewer.Value);
        Look.Note("filter", Request.QueryString.Value is { Length: > 0 and <= 300 } query ? query : "");
        var found = await log.ListAsync(viewer.Value, Query(), cancellation);
        Records = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Records[^1].Index : null;
        return Page();
    }

    /// <summary>The address of the next page: the same filter, further back.</summary>
    public string NextAddress(long before)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Request.Query)
        {
            if (name is "van" or "tot" or "partner" or "doel" or "uitkomst" or "regel" or "organisatie" && value.ToString() is { Length: > 0 } text)
            {
                query.Add(name, text);
            }
        }

        query.Add("voor", before.ToString(CultureInfo.InvariantCulture));
        return "/uitwisselingen" + query;
    }

    private RecordQuery Query() => new()
    {
        Types = ExchangeTypes.All,
        From = Van is { } from ? ConsoleText.StartOf(from) : null,
        Until = Tot is { } until && until < DateOnly.MaxValue ? ConsoleText.StartOf(until.AddDays(1)) : null,
        Partner = NullIfEmpty(Partner),
        Purpose = NullIfEmpty(Doel),
        Outcome = NullIfEmpty(Uitkomst),
        Rule = NullIfEmpty(Regel),
        Before = Voor,
        Limit = PageSize + 1,
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
