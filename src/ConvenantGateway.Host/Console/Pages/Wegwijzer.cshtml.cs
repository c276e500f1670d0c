using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// The Wegwijzer, one question a page. The answers travel in the form and are replayed at every step, so that nothing is kept and nothing can be skipped; only a case worker who asks for a
/// signed outcome leaves more than a look behind.
/// </summary>
[ForRoles(OfficerRole.Casuswerker, OfficerRole.Fg, OfficerRole.Pf)]
internal sealed class WegwijzerPage(IActivePolicy active, OutcomeStatements statements, IPersonHandles handles) : ConsolePage(active)
{
    /// <summary>How many persons the form takes.</summary>
    public const int Persons = 3;

    /// <summary>The longest text on this page, so that all answers fit in one form.</summary>
    public const int MaxText = 1_000;

    /// <inheritdoc/>
    public override string Section => "/wegwijzer";

    /// <summary>The plans to choose from.</summary>
    public IEnumerable<WegwijzerPlan> Plans => Policy.Wegwijzer.Plans.Values.OrderBy(static p => p.Title, StringComparer.Ordinal);

    /// <summary>The receivers to choose from.</summary>
    public IEnumerable<Partner> Recipients =>
        Policy.Partners.Values.Where(p => p.Id != Officer.Organisation && Policy.FindCounterparty(p.Id, LawDate) is not null).OrderBy(static p => p.Name, StringComparer.Ordinal);

    /// <summary>The plan of the own organisation; null if it has none.</summary>
    public WegwijzerPlan? OwnPlan => Policy.Partners.TryGetValue(Officer.Organisation, out var own) ? Policy.Wegwijzer.PlanOf(own.Kind) : null;

    /// <summary>The run; null before a group, receiver and purpose are chosen.</summary>
    public WegwijzerRun? Run { get; private set; }

    /// <summary>The receiver.</summary>
    public Partner? Recipient { get; private set; }

    /// <summary>What is wrong with the form; empty if nothing is.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Where it is wrong: an element's id.</summary>
    public string Faulty { get; private set; } = "";

    /// <summary>What was filled in and not accepted.</summary>
    public IFormCollection? Sent { get; private set; }

    /// <summary>The signed outcome; empty before it is asked for.</summary>
    public string Statement { get; private set; } = "";

    /// <summary>True if this officer may have the outcome signed.</summary>
    public bool MaySign => Officer.Role == OfficerRole.Casuswerker && Run is { Outcome: not null } run && run.Plan == OwnPlan;

    /// <summary>Whom to phone: the receiver, and the support centre or Veilig Thuis.</summary>
    public IEnumerable<Partner> Telephones =>
        Policy.Partners.Values.Where(p => p.Id != Officer.Organisation && (p.Id == Recipient?.Id || (p.Kind.Code is "ASHG" or "VT" && Policy.FindCounterparty(p.Id, LawDate) is not null)))
            .OrderBy(p => p.Id != Recipient?.Id).ThenBy(static p => p.Name, StringComparer.Ordinal);

    private DateOnly LawDate => Policy.LawDateAt(Look.Time);

    /// <summary>A text of the plan in the chosen language.</summary>
    public string Say(string dutch, string english) => T.Language == "en" && english.Length > 0 ? english : dutch;

    /// <summary>A source in words.</summary>
    public static string SourceName(WegwijzerSource source) => source.Law is { } law ? $"{ConsoleWords.Law(law.Bwb)} {law.Article}" : source.Norm;

    /// <summary>One answer as it travels in the form.</summary>
    public static string Carry(WegwijzerReply reply) => $"{reply.Step}={reply.Answer}={reply.Text}";

    /// <summary>What was filled in.</summary>
    public string Filled(string field) => Sent?[field].ToString() ?? "";

    /// <summary>Goes one step on or back, or signs. Without a form the page shows the choice of group, receiver and purpose.</summary>
    public async Task OnPostAsync(CancellationToken cancellation)
    {
        Sent = await Request.ReadFormAsync(cancellation);
        if (!Begin(Sent))
        {
            return;
        }

        switch (Sent["actie"].ToString())
        {
            case "terug":
                Run = Replayed([.. Run!.Replies.SkipLast(1)]);
                break;
            case "uitgeven":
                Sign(Sent);
                break;
            default:
                Take(Sent);
                break;
        }

        Look.Note("wegwijzer", $"{Run!.Plan.Group} {Recipient!.Id} {Run.Case.Purpose} {Run.Outcome?.Code ?? Run.Current!.Id}");
    }

    private bool Begin(IFormCollection form)
    {
        var purpose = form["doel"].ToString();
        Recipient = PartnerId.TryParse(form["ontvanger"].ToString(), out var id) && id != Officer.Organisation ? Policy.FindCounterparty(id, LawDate) : null;
        if (!Policy.Wegwijzer.Plans.TryGetValue(form["groep"].ToString(), out var plan) || Recipient is null || !Policy.Purposes.ContainsKey(purpose))
        {
            Wrong("Kies een beroepsgroep, een ontvanger en een doel.", "groep");
            return false;
        }

        Run = WegwijzerRun.Start(Policy.Wegwijzer, plan, new WegwijzerCase(Recipient.Kind, new Purpose(purpose), LawDate));
        var (run, fault) = WegwijzerRun.Replay(Policy.Wegwijzer, plan, Run.Case, form["gegeven"].Select(static g => (g ?? "").Split('=', 3)).Select(static p => new WegwijzerReply(p[0], p.ElementAtOrDefault(1) ?? "", p.ElementAtOrDefault(2) ?? "")));
        Run = run;
        if (fault != WegwijzerFault.None)
        {
            Wrong("De eerdere antwoorden passen niet meer bij de vragen. Ga verder vanaf hier.", "vraag");
        }

        return true;
    }

    private void Take(IFormCollection form)
    {
        if (form["stap"].ToString() is not { Length: > 0 } step || Run?.Current is not { } current || current.Id != step || Message.Length > 0)
        {
            return;
        }

        var answer = form["antwoord"].ToString();
        var text = current.Find(answer) is { NeedsText: true } ? form["toelichting"].ToString().ReplaceLineEndings("\n").Trim() : "";
        var (run, fault) = Run.Answer(new WegwijzerReply(step, answer, text));
        switch (fault)
        {
            case WegwijzerFault.None when text.Length <= MaxText:
                Run = run;
                Sent = null;
                break;
            case WegwijzerFault.TextMissing:
                Wrong("Licht dit antwoord toe.", "toelichting");
                break;
            case WegwijzerFault.None or WegwijzerFault.TextTooLong:
                Wrong("De toelichting is te lang: hoogstens 1.000 tekens.", "toelichting");
                break;
            default:
                Wrong("Kies een antwoord.", "a-0");
                break;
        }
    }

    private void Sign(IFormCollection form)
    {
        if (!MaySign)
        {
            Wrong("Alleen een casuswerker van de eigen beroepsgroep kan een uitkomst laten ondertekenen.", "uitkomst");
            return;
        }

        var (system, number, role) = (form["systeem"].ToString().Trim(), form["nummer"].ToString().Trim(), form["rol"].ToString().Trim());
        if (system.Length is 0 or > 200 || number.Length is 0 or > 100 || role.Length is 0 or > 100)
        {
            Wrong("Vul in wie de professional is: register, nummer en functie.", "systeem");
            return;
        }

        var persons = new List<PersonHandle>();
        for (var i = 1; i <= Persons; i++)
        {
            var (family, birth) = (form[$"achternaam-{i}"].ToString(), form[$"geboortedatum-{i}"].ToString());
            if (i > 1 && family.Length == 0 && birth.Length == 0)
            {
                continue;
            }

            var gender = form[$"geslacht-{i}"].ToString() is "female" or "male" or "other" ? form[$"geslacht-{i}"].ToString() : null;
            if (handles.HandleOf(new PersonTraits(family, form[$"voornaam-{i}"].ToString(), birth, gender, null)) is not { } handle)
            {
                Wrong("Vul bij elke persoon een achternaam en een volledige geboortedatum in.", $"achternaam-{i}");
                return;
            }

            persons.Add(handle);
        }

        var binding = new OutcomeBinding(Officer.Organisation, $"{system}|{number}", Recipient!.Id, Run!.Case.Purpose, [.. persons.Distinct()]);
        var (text, statement) = statements.Issue(Run, Policy.Wegwijzer.Digest, binding, Guid.CreateVersion7(Look.Time), Look.Time);
        foreach (var person in binding.Persons)
        {
            Look.About(person);
        }

        Look.Do(new ConsoleAct(RecordType.Look, Officer.Organisation.Value, [.. OutcomeRecord.Values(Run, statement, $"{Officer.Name} ({role}), {binding.Actor}")], null));
        Statement = text;
    }

    private WegwijzerRun Replayed(IReadOnlyList<WegwijzerReply> replies) => WegwijzerRun.Replay(Policy.Wegwijzer, Run!.Plan, Run.Case, replies).Run;

    private void Wrong(string message, string at) => (Message, Faulty) = (message, at);
}
