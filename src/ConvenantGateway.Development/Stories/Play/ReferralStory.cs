namespace ConvenantGateway.Development.Stories;

/// <summary>
/// Story (a): the centre refers a mother and her son to the shelter. In 2009 on her consent, and for the suspect on a weighing of interests (Wbp 8(f), 21(3), 22(2)(b));
/// under the Wmo 2015 on the task of Veilig Thuis (4.1.1(2)d).
/// </summary>
internal sealed class ReferralStory(StoryStage stage)
{
    private const string Shelter = "vrouwenopvang-noord";
    private const string StoryUrn = "urn:uuid:0a1f0a6e-6f0d-4c57-9d30-6b1f7d1c0a01";
    private const string RequestUrn = "urn:uuid:0a1f0a6e-6f0d-4c57-9d30-6b1f7d1c0a02";

    /// <summary>Plays it.</summary>
    public async Task PlayAsync(CancellationToken cancellation)
    {
        var report = stage.Report;
        report.Chapter(
            $"(a) {stage.CentreName} verwijst een moeder en haar zoon naar de vrouwenopvang",
            "Een moeder belde zelf. Haar ex-partner zoekt haar. De medewerker stuurt meer mee dan de opvang mag weten; de gateway beslist per persoon en knipt de rest eruit.");
        report.Request(stage.Options.HasVeiligThuis
            ? "veilig-thuis-noord → vrouwenopvang-noord, doel REFER, grondslag G-WMO-TASK (Wmo 2015 art. 4.1.1 lid 2 onder d) met de reden"
            : "ashg-noord → vrouwenopvang-noord, doel REFER, grondslag G-CONSENT: haar toestemming, voor haar zoon als wettelijk vertegenwoordiger; voor de ex-partner een afweging");
        var held = await new Delivery(stage).SendAsync("a", stage.Centre, Ask(), Referral(), cancellation);
        if (held is not null)
        {
            TellAfter();
        }

        TellAnswerOfShelter();
        if (stage.Options.HasVeiligThuis)
        {
            report.Say("Een apart bericht aan het AMK is er niet: Veilig Thuis is sinds 2015 één organisatie, ook voor het kind.");
            return;
        }

        report.Request("ashg-noord → amk-noord, doel REPORT-CHILD, grondslag G-MELD-CHILD: een aparte melding over het kind dat getuige was");
        var reported = await new Delivery(stage).SendAsync("a", stage.Centre, ReportAsk(), Report(), cancellation);
        if (reported is not null)
        {
            report.Expect(!reported.Contains("opvang", StringComparison.OrdinalIgnoreCase), "de melding aan het AMK noemt de opvang nergens");
        }
    }

    private TokenAsk Ask()
    {
        var cast = stage.Cast;
        var date = stage.Options.LawDate;
        var ask = new TokenAsk
        {
            To = Shelter,
            Actor = StoryCast.ActorOf(stage.Centre),
            Purpose = "REFER",
            About = [cast.Mother.ToAbout(), cast.Son.ToAbout(), cast.ExPartner.ToAbout()],
            Weighing = new TokenWeighing(
                "de opvang moet weten voor wie zij op haar hoede moet zijn",
                "alleen naam, relatie en veiligheid; geen behandeling, verslaving of politiegegevens",
                "de moeder kan dit niet zelf veilig overbrengen",
                "informeren van de ex-partner verraadt waar zij heen gaat (Wbp 43 onder e)"),
        };
        return stage.Options.HasVeiligThuis
            ? ask with { Ground = "G-WMO-TASK", Reason = "ernst van de situatie: dreiging met een mes, geen veilige plek" }
            : ask with
            {
                Ground = "G-CONSENT",
                Consents =
                [
                    new TokenConsent(0, "moeder zelf", ["D01", "D02", "D06", "D07", "D08", "D18"], date.AddDays(-1), date.AddDays(29)),
                    new TokenConsent(1, "moeder als wettelijk vertegenwoordiger", ["D01", "D06", "D07"], date.AddDays(-1), date.AddDays(29), IsRepresentative: true),
                ],
            };
    }

    /// <summary>The referral, with more than the shelter may know.</summary>
    internal StoryMessage Referral()
    {
        var (mother, son, ex, date) = (stage.Cast.Mother, stage.Cast.Son, stage.Cast.ExPartner, stage.Options.LawDate);
        var message = new StoryMessage();
        message.Person(mother)
            .Identity(StoryPart.Arrives)
            .SafeContact("0612345601", StoryPart.Arrives)
            .Address("Voorbeeldkade 3", StoryPart.Withheld)
            .Bsn("999990019", StoryPart.Withheld);
        message
            .Say(mother, "D06 samenstelling gezin", FhirNodes.Observation("D06", mother, "gezin", "moeder en zoon van 7", date), "moeder en zoon van 7", StoryPart.Arrives)
            .Say(mother, "D08 haar eigen verhaal", FhirNodes.Observation("D08", mother, "eigen verhaal", "zegt dat haar ex-partner haar heeft geslagen", date), "heeft geslagen", StoryPart.Arrives, StoryUrn)
            .Say(mother, "D18 uitkomst risicotaxatie", FhirNodes.Observation("D18", mother, "risicotaxatie", "RiHG: hoog risico", date), "RiHG: hoog risico", StoryPart.Arrives)
            .Say(mother, "D14 letsel", FhirNodes.Condition("D14", mother, "kneuzing linker onderarm", date), "kneuzing linker", StoryPart.Withheld)
            .Say(mother, "D17 verblijfsstatus", FhirNodes.Observation("D17", mother, "verblijf", "verblijfsvergunning via partner", date), "verblijfsvergunning", StoryPart.Withheld)
            .Say(mother, "D09 kopie politiemutatie", FhirNodes.Observation("D09", mother, "mutatie", "mutatienummer 77-0099", date), "77-0099", StoryPart.Withheld);
        message.Person(son).Identity(StoryPart.Arrives, "D01 naam en leeftijd");
        message
            .Say(son, "D07 getuige", FhirNodes.Observation("D07", son, "rol", "getuige van het geweld", date), "getuige van het geweld", StoryPart.Arrives)
            .Say(son, "D22 school", FhirNodes.Observation("D22", son, "school", "basisschool De Verzonnen Wilg", date), "Verzonnen Wilg", StoryPart.Withheld);
        message.Person(ex)
            .Identity(StoryPart.Arrives, "D01 naam")
            .Address("Proeflaan 9", StoryPart.Withheld);
        message
            .Say(ex, "D07 ex-partner, vermoedelijke pleger (bron: slachtoffer)", FhirNodes.Observation("D07", ex, "rol", "ex-partner, vermoedelijke pleger (bron: slachtoffer)", date), "bron: slachtoffer", StoryPart.Arrives)
            .Say(ex, "D08 veiligheidsregel: bezit mes, zoekt haar", FhirNodes.Flag("D08", ex, "bezit mes, zoekt haar"), "bezit mes", StoryPart.Arrives)
            .Say(ex, "D15 verslaving", FhirNodes.Condition("D15", ex, "afhankelijkheid van alcohol", date), "afhankelijkheid van", StoryPart.Withheld)
            .Say(ex, "D10 antecedenten", FhirNodes.Observation("D10", ex, "antecedenten", "twee eerdere veroordelingen", date), "eerdere veroordelingen", StoryPart.Withheld)
            .Say(ex, "D20 behandeling", FhirNodes.Observation("D20", ex, "hulp", "in dagbehandeling", date), "dagbehandeling", StoryPart.Withheld)
            .Say(mother, "verwijzing", FhirNodes.ServiceRequest(mother, "verzoek om plaats", StoryUrn), "verzoek om plaats", StoryPart.Arrives, RequestUrn);
        message.Add(FhirNodes.Task(mother, "requested", RequestUrn));
        return message;
    }

    private void TellAfter()
    {
        stage.Report.Say(stage.Options.HasVeiligThuis
            ? "Daarna: Veilig Thuis informeert de moeder binnen vier weken (Wmo 2015 art. 5.3.1), langs een veilige weg; de ex-partner wordt niet geïnformeerd zolang dat haar veiligheid raakt."
            : "Daarna: de moeder is geïnformeerd (Wbp 34 lid 1). De ex-partner wordt niet geïnformeerd (Wbp 43 onder e), besloten door de medewerker die het token noemt.");
    }

    /// <summary>The shelter answers accepted or refused, no place.</summary>
    private void TellAnswerOfShelter()
    {
        stage.Report.Request($"{Shelter} → {stage.Centre}: aangenomen of geen plaats, zonder te zeggen waar");
        stage.Report.Say(
            "De opvang antwoordt in haar eigen werklijst (console) met aangenomen of geweigerd. Over de gateway gaat dat antwoord hier niet: het convenant kent geen regel die de opvang "
            + "iets over een bewoner laat terugsturen zonder een eigen toestemming daarvoor. De medewerkers bellen.");
    }

    private TokenAsk ReportAsk() => new()
    {
        To = "amk-noord",
        Actor = StoryCast.ActorOf(stage.Centre),
        Purpose = "REPORT-CHILD",
        Ground = "G-MELD-CHILD",
        About = [stage.Cast.Son.ToAbout(), stage.Cast.Mother.ToAbout(), stage.Cast.ExPartner.ToAbout()],
        Weighing = new TokenWeighing("een kind van zeven was getuige", "alleen wat over het kind gaat en wie de ouders zijn", "vrijwillige hulp is er nog niet", "de ex-partner zoekt de moeder"),
        Reason = "een kind van zeven was getuige van geweld",
    };

    /// <summary>The report about the child.</summary>
    internal StoryMessage Report()
    {
        var (mother, son, ex, date) = (stage.Cast.Mother, stage.Cast.Son, stage.Cast.ExPartner, stage.Options.LawDate);
        var message = new StoryMessage();
        message.Person(son).Identity(StoryPart.Arrives);
        message
            .Say(son, "D08 wat het kind zag", FhirNodes.Observation("D08", son, "gezien", "was erbij toen het gebeurde", date), "was erbij toen", StoryPart.Arrives)
            .Say(son, "D06 samenstelling gezin", FhirNodes.Observation("D06", son, "gezin", "woont bij zijn moeder", date), "woont bij zijn moeder", StoryPart.Arrives);
        message.Person(mother).Identity(StoryPart.Arrives);
        message
            .Say(mother, "D14 letsel", FhirNodes.Condition("D14", mother, "kneuzing linker onderarm", date), "kneuzing linker", StoryPart.Withheld)
            .Say(mother, "D05 waar zij verblijft", FhirNodes.Observation("D05", mother, "verblijf", "vrouwenopvang, kamer 4", date), "kamer 4", StoryPart.Withheld);
        message.Person(ex).Identity(null);
        return message;
    }
}
