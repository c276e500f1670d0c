namespace ConvenantGateway.Development.Stories;

/// <summary>
/// Story (c): the police refer a victim (2009: R-01 on an article 20 decision, and R-03 for the child; from 2015: R-02, one message). A message that betrays an address is held.
/// </summary>
internal sealed class PoliceStory(StoryStage stage)
{
    private const string Police = "politie-noord";
    private const string IncidentUrn = "urn:uuid:0c1f0a6e-6f0d-4c57-9d30-6b1f7d1c0c01";

    /// <summary>Plays it.</summary>
    public async Task PlayAsync(CancellationToken cancellation)
    {
        stage.Report.Chapter(
            $"(c) De politie verwijst een slachtoffer naar {stage.CentreName}",
            "De contactfunctionaris huiselijk geweld stuurt een incident door. In de eerste poging staat in een notitie waar het slachtoffer nu verblijft, en er hangt opsporingsinformatie aan.");
        await HeldAsync(cancellation);

        stage.Report.Request(stage.Options.HasVeiligThuis
            ? $"De schone versie: {Police} → {stage.Centre}, doel REPORT-DV, grondslag G-WPG18 (Bpg 4:2 lid 1 onder i): één bericht voor volwassene en kind, zonder artikel 20-besluit"
            : $"De schone versie: {Police} → {stage.Centre}, doel REFER, grondslag G-WPG20: artikel 20-besluit met doel c, met instemming van het bevoegd gezag");
        var held = await new Delivery(stage).SendAsync("c", Police, Ask(), Incident(isDirty: false), cancellation);
        if (held is not null && !stage.Options.HasVeiligThuis)
        {
            stage.Report.Expect(held.Contains("CodeSystem/verplichting", StringComparison.Ordinal), "de mededeling van Bpg 4:8 (geheimhouding) reist met de gegevens mee");
            stage.Report.Say("Met de gegevens reist de mededeling mee dat de ontvanger tot geheimhouding verplicht is (Bpg 4:8, Wpg 7 lid 2).");
        }

        if (!stage.Options.HasVeiligThuis)
        {
            stage.Report.Request($"{Police} → amk-noord, doel REPORT-CHILD, grondslag G-WPG18: een tweede bericht over het kind dat erbij was (R-03)");
            await new Delivery(stage).SendAsync("c-amk", Police, ChildAsk(), ChildReport(), cancellation);
        }

        await DeniedTwinAsync(cancellation);
    }

    private async Task HeldAsync(CancellationToken cancellation)
    {
        var report = stage.Report;
        report.Request($"{Police} → {stage.Centre}: met de notitie \"verblijft nu aan de Lindestraat 12\" en D11 opsporingsinformatie");
        if (await stage.TokenAsync(Police, Ask(), cancellation) is not { } token)
        {
            return;
        }

        var answer = await stage.Client(Police).PushAsync(stage.Centre, token, Incident(isDirty: true).ToBytes(), null, cancellation);
        stage.Remember("c-held", answer);
        report.Refused(answer);
        report.Expect(answer.Status == 202, "het bericht wordt aangehouden (202); er is niets afgeleverd");
        var text = string.Join(' ', answer.Texts());
        report.Expect(!text.Contains("Lindestraat", StringComparison.Ordinal), "het antwoord noemt de plaats in het bericht, niet de inhoud");
        report.Expect(text.Contains("note", StringComparison.Ordinal), "het antwoord wijst de notitie aan");
        report.Expect(text.Contains("D11", StringComparison.Ordinal), "het antwoord wijst de opsporingsinformatie aan (D11)");
        report.Expect(text.Contains("privacyfunctionaris", StringComparison.Ordinal), "de privacyfunctionaris van de politie is gewaarschuwd");
    }

    private TokenAsk Ask()
    {
        var ask = new TokenAsk
        {
            To = stage.Centre,
            Actor = StoryCast.ActorOf(Police),
            About = [stage.Cast.Victim.ToAbout(), stage.Cast.Accused.ToAbout(), stage.Cast.Child.ToAbout()],
            OldestArticle8 = stage.Options.LawDate.AddMonths(-2),
            Weighing = new TokenWeighing("hulp aan slachtoffer en kind", "samenvatting van het incident, geen dossier", "zonder verwijzing komt er geen hulp"),
            Reason = "hulpverlening na een incident met een kind erbij",
        };
        return stage.Options.HasVeiligThuis
            ? ask with { Purpose = "REPORT-DV", Ground = "G-WPG18" }
            : ask with { Purpose = "REFER", Ground = "G-WPG20", AuthorityAgreement = new TokenAgreement("officier van justitie te Noordstad", stage.Options.LawDate.AddMonths(-3), "c") };
    }

    /// <summary>The incident; dirty: with a note that betrays an address, and investigation data.</summary>
    internal StoryMessage Incident(bool isDirty)
    {
        var (victim, accused, date) = (stage.Cast.Victim, stage.Cast.Accused, stage.Options.LawDate);
        var message = new StoryMessage();
        var patient = message.Person(victim)
            .Identity(StoryPart.Arrives)
            .SafeContact("0612345602", StoryPart.Arrives)
            .Address("Incidentplein 8", StoryPart.Arrives, "D04 adres van het incident");

        // From 2015 the text of 5.2.9(2) may carry the BSN (domain.md 10.4, D03): the story is silent then.
        patient.Bsn("999990020", stage.Options.HasVeiligThuis ? null : StoryPart.Withheld);
        var summary = FhirNodes.Observation("D09", victim, "incident", "mishandeling op straat, een kind was erbij, risico op herhaling", date);
        if (isDirty)
        {
            summary["note"] = new System.Text.Json.Nodes.JsonArray(FhirNodes.Text("Slachtoffer verblijft nu aan de Lindestraat 12"));
        }

        message
            .Say(victim, "D06 gezin", FhirNodes.Observation("D06", victim, "gezin", "een zoontje van vijf", date), "zoontje van vijf", StoryPart.Arrives)
            .Say(victim, "D09 samenvatting: datum, aard, kind erbij, risico", summary, "risico op herhaling", StoryPart.Arrives, IncidentUrn)
            .Say(victim, "D14 letsel", FhirNodes.Condition("D14", victim, "gebroken pols", date), "gebroken pols", stage.Options.HasVeiligThuis ? null : StoryPart.Withheld);
        message.Person(accused).Identity(null);
        message
            .Say(accused, "D07 verdachte", FhirNodes.Observation("D07", accused, "rol", "verdachte volgens de politie", date), "verdachte volgens", StoryPart.Arrives)
            .Say(accused, "D10 antecedenten", FhirNodes.Observation("D10", accused, "antecedenten", "vijf eerdere mutaties", date), "vijf eerdere", stage.Options.HasVeiligThuis ? StoryPart.Arrives : StoryPart.Withheld);
        message.Person(stage.Cast.Neighbour).Identity(StoryPart.Withheld, "D21 wie belde");
        if (stage.Options.HasVeiligThuis)
        {
            AddChild(message);
        }

        if (isDirty)
        {
            message.Say(accused, "D11 opsporing", FhirNodes.Observation("D11", accused, "opsporing", "telefoon wordt afgeluisterd", date), "afgeluisterd", StoryPart.Withheld);
        }

        return message;
    }

    private void AddChild(StoryMessage message)
    {
        var (child, date) = (stage.Cast.Child, stage.Options.LawDate);
        message.Person(child).Identity(StoryPart.Arrives);
        message.Say(child, "D22 toestand van het kind", FhirNodes.Observation("D22", child, "toestand", "overstuur, niet gewond", date), "overstuur", StoryPart.Arrives);
    }

    private TokenAsk ChildAsk() => Ask() with
    {
        To = "amk-noord",
        Purpose = "REPORT-CHILD",
        Ground = "G-WPG18",
        AuthorityAgreement = null,
        About = [stage.Cast.Child.ToAbout(), stage.Cast.Victim.ToAbout(), stage.Cast.Accused.ToAbout()],
    };

    /// <summary>The second message, about the child.</summary>
    internal StoryMessage ChildReport()
    {
        var (victim, accused, child, date) = (stage.Cast.Victim, stage.Cast.Accused, stage.Cast.Child, stage.Options.LawDate);
        var message = new StoryMessage();
        AddChild(message);
        message
            .Say(child, "D06 gezin", FhirNodes.Observation("D06", child, "gezin", "woont bij de moeder", date), "woont bij de moeder", StoryPart.Arrives)
            .Say(child, "D09 samenvatting", FhirNodes.Observation("D09", child, "incident", "zag de mishandeling van de moeder", date), "zag de mishandeling", StoryPart.Arrives);
        message.Person(victim).Identity(StoryPart.Arrives).Bsn("999990020", StoryPart.Withheld);
        message.Person(accused).Identity(null);
        message.Person(stage.Cast.Neighbour).Identity(StoryPart.Withheld, "D21 wie belde");
        return message;
    }

    private async Task DeniedTwinAsync(CancellationToken cancellation)
    {
        var report = stage.Report;
        report.Request($"De tegenhanger: {Police} → vrouwenopvang-noord op grondslag G-WPG20, maar het artikel 20-besluit noemt deze ontvanger niet");
        var answer = await stage.Client(Police).TokenAsync(
            Ask() with { To = "vrouwenopvang-noord", Purpose = "REFER", Ground = "G-WPG20", AuthorityAgreement = null }, cancellation);
        stage.Remember("c-denied", answer.Answer);
        report.Refused(answer.Answer);
        report.Expect(answer.Token is null, "zonder artikel 20-besluit is er geen token");
        if (!stage.Options.HasVeiligThuis)
        {
            report.Expect(
                string.Join(' ', answer.Answer.Texts()).Contains("Geef het slachtoffer zelf het nummer van het ASHG", StringComparison.Ordinal),
                "de weigering zegt: \"Geef het slachtoffer zelf het nummer van het ASHG\"");
        }
    }
}
