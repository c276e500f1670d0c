namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The English of the lists of the Weekcontrole: headings, what each is for, and the sentence of each line.</summary>
internal static class EnglishWeekLists
{
    /// <summary>Dutch to English.</summary>
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Titles
        ["Steekproef"] = "Sample",
        ["Noodprocedure"] = "Emergency procedure (Noodprocedure)",
        ["Mogelijk onrechtmatig"] = "Possibly unlawful",
        ["Toestemming verlopen of ingetrokken, en toch gebruikt"] = "Consent expired or withdrawn, and used all the same",
        ["Beroep op conflict van plichten"] = "Reliance on a conflict of duties",
        ["Aangehouden en niet opnieuw gestuurd"] = "Held and not sent again",
        ["Herhaalde vragen zonder grondslag"] = "Repeated questions without a ground",
        ["Weigeringen, per code en regel"] = "Refusals, by code and rule",
        ["Vragen zonder vervolg"] = "Questions without follow-up",
        ["Nacht en weekend"] = "Night and weekend",
        ["Informatieplicht"] = "Duty to inform",
        ["Inzage"] = "Access by the person (inzage)",
        ["Loopt af"] = "Expires",
        ["Onderzoeken van de toezichthouder"] = "Inquiries of the supervisor",

        // What each is for
        ["Een vast deel van alle uitwisselingen, door het logboek gekozen en niet door u: bekijk ze één voor één (Wbp 13, 64)."] = "A fixed share of all exchanges, chosen by the log and not by you: view them one by one (Wbp 13, 64).",
        ["Elk gebruik van de Noodprocedure wordt binnen vijf werkdagen beoordeeld (NEN 7513)."] = "Each use of the emergency procedure is judged within five working days (NEN 7513).",
        ["Wat als mogelijk onrechtmatig is vastgelegd; voor andere organisaties dan de politie is dit het overzicht van inbreuken (Wpg 32(1)g; Wbp 34a(8))."] = "What was recorded as possibly unlawful; for organisations other than the police this is the register of breaches (Wpg 32(1)g; Wbp 34a(8)).",
        ["Een verstrekking rustte op een toestemming die toen niet meer gold, of een ontvanger moet nog van de intrekking horen (Wbp 5(2), 38)."] = "Something was provided on a consent that no longer held, or a recipient must still hear of the withdrawal (Wbp 5(2), 38).",
        ["Per professional: hoe vaak het beroepsgeheim is doorbroken met een beroep op een conflict van plichten (BW 7:457; Wbp 21(2))."] = "Per professional: how often professional secrecy was broken relying on a conflict of duties (BW 7:457; Wbp 21(2)).",
        ["Berichten van uw organisatie die zijn aangehouden en daarna niet aan dezelfde ontvanger over dezelfde persoon zijn gestuurd (Wpg 32(1)g)."] = "Messages of your organisation that were held and were not sent to the same receiver about the same person afterwards (Wpg 32(1)g).",
        ["Iemand vroeg dezelfde organisatie meer dan eens iets waarvoor geen grondslag was; elke keer is geweigerd (Wbp 8)."] = "Somebody asked the same organisation more than once for what there was no ground for; each time was refused (Wbp 8).",
        ["Waarop uw organisatie is geweigerd: een regel die vaak terugkomt vraagt om uitleg of om een ander convenant (Wbp 9, 11)."] = "What your organisation was refused on: a rule that comes back often asks for explanation or for another covenant (Wbp 9, 11).",
        ["Over iemand is iets gevraagd of opgezocht, en in de veertien dagen daarna is over die persoon niets verstrekt of opnieuw uitgewisseld: was de vraag nodig? (Wbp 11)."] = "Something was asked or looked up about somebody, and in the fourteen days after it nothing was provided or exchanged again about that person: was the question needed? (Wbp 11).",
        ["Per professional van uw organisatie: uitwisselingen tussen 22.00 en 6.00 uur, op zaterdag en op zondag, Nederlandse tijd (Wbp 13)."] = "Per professional of your organisation: exchanges between 22:00 and 6:00, on Saturday and on Sunday, Dutch time (Wbp 13).",
        ["Hier ontstond de plicht om de betrokkene in te lichten; of dat is gebeurd weet het logboek niet, leg het vast bij het afhandelen (Wbp 33, 34, 43(e))."] = "Here the duty arose to inform the person concerned; whether that was done the log does not know, record it when finishing the line (Wbp 33, 34, 43(e)).",
        ["Verzoeken om inzage en wat ermee is gedaan: binnen vier weken, bij de politie binnen zes weken (Wbp 35; Wpg 25)."] = "Requests for access and what was done with them: within four weeks, at the police within six weeks (Wbp 35; Wpg 25).",
        ["Artikel 20-besluiten, het convenant en verklaringen die binnen zestig dagen aflopen of al zijn afgelopen (Wpg 20; Wbp 31)."] = "Article 20 decisions, the covenant and declarations that expire within sixty days or have expired (Wpg 20; Wbp 31).",
        ["Onderzoeken naar uw organisatie waarvan u mag weten (Wbp 61)."] = "Inquiries into your organisation that you may know of (Wbp 61).",

        // Lines
        ["Artikel 20-besluit {0} loopt tot en met {1}."] = "Article 20 decision {0} runs up to and including {1}.",
        ["Convenant {0} loopt tot en met {1}."] = "Covenant {0} runs up to and including {1}.",
        ["De uitwisseling met {0} rustte op {1}, die gold tot en met {2}."] = "The exchange with {0} rested on {1}, which held up to and including {2}.",
        ["De uitwisseling met {0} rustte op {1}, die toen was ingetrokken."] = "The exchange with {0} rested on {1}, which had been withdrawn by then.",
        ["De uitwisseling met {0} rustte op {1}; die toestemming staat niet meer in uw register."] = "The exchange with {0} rested on {1}; that consent is no longer in your register.",
        ["Een bericht aan {0} is aangehouden en niet opnieuw gestuurd."] = "A message to {0} was held and not sent again.",
        ["Gegevens uitgewisseld met {0}: de betrokkene wordt binnen vier weken ingelicht, tenzij dat gevaarlijk is."] = "Data exchanged with {0}: the person concerned is informed within four weeks, unless that is dangerous.",
        ["Gegevens uitgewisseld met {0}: de betrokkene wordt ingelicht zodra dat veilig kan."] = "Data exchanged with {0}: the person concerned is informed as soon as that is safe.",
        ["Gegevens uitgewisseld met {0}: de betrokkene wordt ingelicht, tenzij dat gevaarlijk is."] = "Data exchanged with {0}: the person concerned is informed, unless that is dangerous.",
        ["Onderzoek {0} van {1} is beëindigd."] = "Inquiry {0} of {1} was ended.",
        ["Onderzoek {0} van {1} loopt tot {2}."] = "Inquiry {0} of {1} runs until {2}.",
        ["Uitwisseling {0} is als mogelijk onrechtmatig vastgelegd door {1}."] = "Exchange {0} was recorded as possibly unlawful by {1}.",
        ["Uw organisatie en {0}."] = "Your organisation and {0}.",
        ["Uw organisatie gebruikte de Noodprocedure bij {0}."] = "Your organisation used the emergency procedure at {0}.",
        ["Verzoek om inzage, vastgelegd door {0}."] = "Request for access, recorded by {0}.",
        ["{0} en uw organisatie."] = "{0} and your organisation.",
        ["{0} gebruikte de Noodprocedure bij uw organisatie."] = "{0} used the emergency procedure at your organisation.",
        ["{0} is ingetrokken. Deze ontvangers kregen er iets op en moeten het horen: {1}."] = "{0} was withdrawn. These recipients received something on it and must hear of it: {1}.",
        ["{0} is partij bij het convenant tot en met {1}."] = "{0} is party to the covenant up to and including {1}.",
        ["{0} keer een beroep op conflict van plichten."] = "Relied on a conflict of duties {0} times.",
        ["{0} keer geweigerd bij een vraag aan {1}."] = "Refused {0} times when asking {1}.",
        ["{0} keer geweigerd met code {1}; geen regel stond het toe."] = "Refused {0} times with code {1}; no rule permitted it.",
        ["{0} keer geweigerd met code {1}; regel {2}."] = "Refused {0} times with code {1}; rule {2}.",
        ["{0} keer iets gevraagd aan {1}; daarna volgde niets over deze persoon."] = "Asked {1} something {0} times; after that nothing followed about this person.",
        ["{0} keer in de nacht of in het weekend."] = "{0} times at night or in the weekend.",
        ["{0} staat in de regelset tot en met {1}."] = "{0} stands in the rule set up to and including {1}.",

        // What the log cannot answer
        ["Aflopende bewerkersovereenkomst (Wbp 14)"] = "Expiring processor agreement (Wbp 14)",
        ["Afwijking van de melding (Wbp 28(4))"] = "Deviation from the notification (Wbp 28(4))",
        ["Bericht langer dan 24 uur ongelezen"] = "Message unread for more than 24 hours",
        ["Correctie zonder bevestiging (Wbp 38)"] = "Correction without acknowledgement (Wbp 38)",
        ["Correcties lopen niet via de gateway."] = "Corrections do not go through the gateway.",
        ["De gateway heeft geen personeelsgegevens: zij weet niet welke betrokkene de professional zelf is."] = "The gateway has no staff data: it does not know which person concerned is the professional.",
        ["De gateway heeft geen personeelsgegevens: zij weet niet wie bij u werkt."] = "The gateway has no staff data: it does not know who works for you.",
        ["De melding bij de toezichthouder staat niet in de gateway."] = "The notification to the supervisor is not in the gateway.",
        ["Dezelfde achternaam of hetzelfde adres als de professional"] = "The same family name or the same address as the professional",
        ["Het register van meldingen staat niet in de gateway."] = "The register of notifications is not in the gateway.",
        ["In de regelset staat geen datum van bewerkersovereenkomsten."] = "The rule set holds no date of processor agreements.",
        ["In het logboek staan geen namen en adressen, en de gateway heeft geen personeelsgegevens."] = "The log holds no names and addresses, and the gateway has no staff data.",
        ["Openbaar register (Wbp 30)"] = "Public register (Wbp 30)",
        ["Verzet (Wbp 40)"] = "Objection (Wbp 40)",
        ["Verzet wordt bij de organisatie zelf ingesteld; de gateway hoort er niet van."] = "An objection is made to the organisation itself; the gateway does not hear of it.",
        ["Wie een bericht op de console leest, doet dat in zijn eigen blik, die niemand anders ziet; via het eigen systeem is niet te zien welk bericht is gelezen."] = "Who reads a message on the console does so in a look of his own that nobody else sees; through the own system it cannot be seen which message was read.",
        ["Zoekt in eigen gegevens"] = "Searches for own data",
        ["Zoekt naar een collega, of een collega is betrokkene"] = "Searches for a colleague, or a colleague is a person concerned",
    };
}
