using System.Collections.Immutable;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The lists of the Weekcontrole, in the order of the page; <c>docs/weekcontrole.md</c> has the same table. Pure.</summary>
internal static class WeekListTitles
{
    /// <summary>The sample.</summary>
    public static WeekListTitle Sample { get; } = new(
        "steekproef", "Steekproef",
        "Een vast deel van alle uitwisselingen, door het logboek gekozen en niet door u: bekijk ze één voor één (Wbp 13, 64).", "a random sample with fixed share");

    /// <summary>Emergency use.</summary>
    public static WeekListTitle Emergency { get; } = new(
        "noodprocedure", "Noodprocedure",
        "Elk gebruik van de Noodprocedure wordt binnen vijf werkdagen beoordeeld (NEN 7513).", "emergency use per professional");

    /// <summary>Reliance on a conflict of duties.</summary>
    public static WeekListTitle Conflict { get; } = new(
        "conflict-van-plichten", "Beroep op conflict van plichten",
        "Per professional: hoe vaak het beroepsgeheim is doorbroken met een beroep op een conflict van plichten (BW 7:457; Wbp 21(2)).", "conflict reliance per professional");

    /// <summary>Suspected unlawful processing.</summary>
    public static WeekListTitle Suspected { get; } = new(
        "mogelijk-onrechtmatig", "Mogelijk onrechtmatig",
        "Wat als mogelijk onrechtmatig is vastgelegd; voor andere organisaties dan de politie is dit het overzicht van inbreuken (Wpg 32(1)g; Wbp 34a(8)).", "breach register (34a(8)); event mogelijk-onrechtmatig");

    /// <summary>Consent expired or withdrawn but used.</summary>
    public static WeekListTitle Consents { get; } = new(
        "toestemming", "Toestemming verlopen of ingetrokken, en toch gebruikt",
        "Een verstrekking rustte op een toestemming die toen niet meer gold, of een ontvanger moet nog van de intrekking horen (Wbp 5(2), 38).", "consent expired or withdrawn but used");

    /// <summary>Held messages.</summary>
    public static WeekListTitle Held { get; } = new(
        "aangehouden", "Aangehouden en niet opnieuw gestuurd",
        "Berichten van uw organisatie die zijn aangehouden en daarna niet aan dezelfde ontvanger over dezelfde persoon zijn gestuurd (Wpg 32(1)g).", "held messages not settled");

    /// <summary>Repeated questions.</summary>
    public static WeekListTitle Repeated { get; } = new(
        "vragen-zonder-grondslag", "Herhaalde vragen zonder grondslag",
        "Iemand vroeg dezelfde organisatie meer dan eens iets waarvoor geen grondslag was; elke keer is geweigerd (Wbp 8).", "repeated questions without ground");

    /// <summary>Refusals.</summary>
    public static WeekListTitle Refusals { get; } = new(
        "weigeringen", "Weigeringen, per code en regel",
        "Waarop uw organisatie is geweigerd: een regel die vaak terugkomt vraagt om uitleg of om een ander convenant (Wbp 9, 11).", "refusals by rule and code");

    /// <summary>Questions without follow-up.</summary>
    public static WeekListTitle WithoutFollowUp { get; } = new(
        "zonder-vervolg", "Vragen zonder vervolg",
        "Over iemand is iets gevraagd of opgezocht, en in de veertien dagen daarna is over die persoon niets verstrekt of opnieuw uitgewisseld: was de vraag nodig? (Wbp 11).", "questions without follow-up");

    /// <summary>Off duty.</summary>
    public static WeekListTitle OffDuty { get; } = new(
        "buiten-werktijd", "Nacht en weekend",
        "Per professional van uw organisatie: uitwisselingen tussen 22.00 en 6.00 uur, op zaterdag en op zondag, Nederlandse tijd (Wbp 13).", "night or off-duty");

    /// <summary>Duties to inform.</summary>
    public static WeekListTitle Inform { get; } = new(
        "informatieplicht", "Informatieplicht",
        "Hier ontstond de plicht om de betrokkene in te lichten; of dat is gebeurd weet het logboek niet, leg het vast bij het afhandelen (Wbp 33, 34, 43(e)).", "open inform duties");

    /// <summary>Person reports.</summary>
    public static WeekListTitle Reports { get; } = new(
        "inzage", "Inzage",
        "Verzoeken om inzage en wat ermee is gedaan: binnen vier weken, bij de politie binnen zes weken (Wbp 35; Wpg 25).", "inzage clocks");

    /// <summary>What expires.</summary>
    public static WeekListTitle Expiring { get; } = new(
        "aflopend", "Loopt af",
        "Artikel 20-besluiten, het convenant en verklaringen die binnen zestig dagen aflopen of al zijn afgelopen (Wpg 20; Wbp 31).", "expiring art. 20 decisions and covenants");

    /// <summary>Inquiries of the supervisor.</summary>
    public static WeekListTitle Inquiries { get; } = new(
        "onderzoeken", "Onderzoeken van de toezichthouder",
        "Onderzoeken naar uw organisatie waarvan u mag weten (Wbp 61).", "inquiries that the organisation may know of");

    /// <summary>All of them, in the order of the page.</summary>
    public static ImmutableArray<WeekListTitle> All { get; } =
        [Sample, Emergency, Suspected, Consents, Conflict, Held, Repeated, Refusals, WithoutFollowUp, OffDuty, Inform, Reports, Expiring, Inquiries];
}
