using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Mvc;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>One exchange in plain words. A line that is not visible to the organisation is answered as one that does not exist.</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf, OfficerRole.Toezicht)]
internal sealed class ExchangePage(IActivePolicy active, ILogReading log, RecordScope scope) : ConsolePage(active)
{
    /// <inheritdoc/>
    public override string Section => "/uitwisselingen";

    /// <summary>The exchange.</summary>
    public ExchangeStory Story { get; private set; } = null!;

    /// <summary>Its proof; null while the log has none.</summary>
    public ReceiptProof? Proof { get; private set; }

    /// <summary>Through whose eyes.</summary>
    public PartnerId Viewer { get; private set; }

    /// <summary>Where one came from.</summary>
    public string Back => Officer.Role == OfficerRole.Toezicht ? $"/uitwisselingen?organisatie={Viewer}" : "/uitwisselingen";

    /// <summary>Records that the exchange may have been unlawful, newest first.</summary>
    public IReadOnlyList<VisibleRecord> Suspected { get; private set; } = [];

    /// <summary>An officer of the organisation itself may mark it; the supervisor may not.</summary>
    public bool MaySuspect => Officer.Role is OfficerRole.Fg or OfficerRole.Pf;

    /// <summary>Why it may be unlawful.</summary>
    [BindProperty]
    public string? Reden { get; set; }

    /// <summary>What is wrong with the form; empty if nothing is.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(long index, string? organisatie, CancellationToken cancellation) =>
        await FillAsync(index, organisatie, cancellation) is null ? Absent() : Page();

    /// <summary>Records the suspicion (Wpg 32(1)g; Wbp 34a(8)).</summary>
    public async Task<IActionResult> OnPostAsync(long index, CancellationToken cancellation)
    {
        if (!MaySuspect || await FillAsync(index, null, cancellation) is not { } seen)
        {
            return Absent();
        }

        if (string.IsNullOrWhiteSpace(Reden) || Reden.Length > SuspectedRecord.MostReason)
        {
            Message = "Vul een reden in, ten hoogste 1.000 tekens.";
            return Page();
        }

        Look.Do(SuspectedRecord.Act(Officer, seen, Reden.Trim()));
        return Redirect($"/uitwisselingen/{index}#mogelijk-onrechtmatig");
    }

    private async ValueTask<VisibleRecord?> FillAsync(long index, string? organisatie, CancellationToken cancellation)
    {
        Look.Note("index", $"{index}");
        if (await scope.ChooseAsync(Officer, organisatie, cancellation) is not { } viewer
            || await log.FindAsync(viewer.Value, index, cancellation) is not { } seen
            || !ExchangeTypes.All.Contains(seen.Record.Type))
        {
            return null;
        }

        Look.Note("viewer", viewer.Value);
        Viewer = viewer;
        Story = new ExchangeStory(seen);
        foreach (var person in Story.Persons)
        {
            Look.About(new PersonHandle(Convert.ToHexStringLower(person.Span)));
        }

        Proof = await log.ProofAsync(viewer.Value, seen.Record.Transaction, cancellation);
        Suspected = await SuspectedRecord.OfAsync(log, viewer.Value, seen, cancellation);
        return seen;
    }

    /// <summary>The exchange in one sentence.</summary>
    public string Summary()
    {
        var record = Story.Record;
        var (caller, other) = (NameOf(record.Caller), NameOf(record.Counterparty));
        var sentence = (record.Type, record.By, record.Outcome) switch
        {
            (RecordType.Hold, _, _) => "{0} wilde gegevens verstrekken aan {1}. Het bericht is aangehouden: er is niets bezorgd.",
            (RecordType.Token, _, "refused") => "{0} wilde gegevens uitwisselen met {1}. Dat is geweigerd voordat ergens iets is opgezocht; {1} ziet deze vraag niet.",
            (RecordType.Token, _, _) => "{0} heeft gezegd waarom het gegevens wil uitwisselen met {1}, en mocht de vraag stellen.",
            (_, "push", "stored" or "replayed") => Story.Withheld.Count > 0 ? "{0} heeft gegevens verstrekt aan {1}. Een deel is niet verstrekt." : "{0} heeft gegevens verstrekt aan {1}.",
            (_, "push", _) => "{0} wilde gegevens verstrekken aan {1}. Dat is niet gebeurd.",
            (_, "status", "released") => "{0} vroeg {1} of er een zaak bekend is, en kreeg antwoord.",
            (_, "status", "absent") => "{0} vroeg {1} of er een zaak bekend is. Het antwoord was: Geen gegevens beschikbaar voor u.",
            (_, _, "released") => "{0} heeft gegevens opgevraagd bij {1} en gekregen wat mag.",
            (_, _, "absent") => "{0} heeft gegevens opgevraagd bij {1}. Het antwoord was: Geen gegevens beschikbaar voor u.",
            _ => "{0} wilde gegevens uitwisselen met {1}. Dat is niet gebeurd.",
        };
        return T.With(sentence, caller, other);
    }
}
