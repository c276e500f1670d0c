using System.Collections.Frozen;

namespace ConvenantGateway.Policy;

/// <summary>
/// The obligations that the gateway knows how to carry, with what each asks, in plain Dutch and English. A rule with another obligation is an error at load, and would deny: what nobody
/// can carry out may not be promised.
/// </summary>
public static class ObligationWords
{
    private static readonly FrozenDictionary<string, (string Dutch, string English)> Table = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["secrecy-notice"] = ("De politie wijst de ontvanger op de geheimhouding (Bpg 4:8).", "The police point out the duty of secrecy to the receiver (Bpg 4:8)."),
        ["wpg-secrecy"] = ("De ontvanger houdt politiegegevens geheim (Wpg 7(2)).", "The receiver keeps police data secret (Wpg 7(2))."),
        ["no-onward"] = ("De ontvanger geeft dit niet door aan anderen.", "The receiver does not pass this on to others."),
        ["inform-betrokkene"] = ("De betrokkene wordt ingelicht, tenzij dat gevaarlijk is.", "The person concerned is informed, unless that is dangerous."),
        ["inform-within-four-weeks"] = ("De betrokkene wordt binnen vier weken ingelicht, tenzij dat gevaarlijk is.", "The person concerned is informed within four weeks, unless that is dangerous."),
        ["inform-when-safe"] = ("De betrokkene wordt ingelicht zodra dat veilig kan.", "The person concerned is informed as soon as that is safe."),
        ["niet-in-portaal"] = ("De ontvanger laat dit niet zien in een patiëntportaal.", "The receiver does not show this in a patient portal."),
        ["review-within-five-days"] = ("De privacyfunctionaris bekijkt dit binnen vijf werkdagen.", "The privacy officer reviews this within five working days."),
        ["inform-officer"] = ("De privacyfunctionaris krijgt bericht.", "The privacy officer is told."),
        ["one-time"] = ("Dit mag één keer worden ingezien.", "This may be seen once."),
        ["named-officer-only"] = ("Alleen degene die met naam is genoemd mag dit zien.", "Only the person who was named may see this."),
        ["not-in-police-file"] = ("Dit komt niet in het politiedossier.", "This does not enter the police file."),
        ["auto-expire"] = ("Dit vervalt vanzelf.", "This expires by itself."),
        ["feedback"] = ("De melder hoort welke stappen zijn gezet.", "The reporter hears which steps were taken."),
        ["protocol-duty"] = ("De verstrekking wordt vastgelegd in het protocol van de politie (Wpg 32).", "The provision is written in the protocol of the police (Wpg 32)."),
        ["hvb-purpose-binding"] = ("Alleen voor het opleggen, verlengen en handhaven van het huisverbod (Wth 10(2)).", "Only for imposing, extending and enforcing the huisverbod (Wth 10(2))."),
        ["written"] = ("Dit gebeurt schriftelijk.", "This is done in writing."),
        ["confirm-in-writing"] = ("Wat mondeling is gegeven, wordt daarna schriftelijk bevestigd.", "What was given orally is confirmed in writing afterwards."),
        ["purpose-bound"] = ("De ontvanger gebruikt dit alleen voor dit doel.", "The receiver uses this for this purpose only."),
        ["note-in-file"] = ("De verstrekking wordt aangetekend in het dossier.", "The provision is noted in the file."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All words, in order.</summary>
    public static IReadOnlyCollection<string> All { get; } = [.. Table.Keys.Order(StringComparer.Ordinal)];

    /// <summary>True if the gateway knows how to carry it.</summary>
    public static bool IsKnown(Obligation obligation) => obligation.Code is { } code && Table.ContainsKey(code);

    /// <summary>What it asks, in plain Dutch; the word itself if it is unknown.</summary>
    public static string Dutch(Obligation obligation) => Table.TryGetValue(obligation.Code ?? "", out var text) ? text.Dutch : obligation.ToString();

    /// <summary>What it asks, in plain English; the word itself if it is unknown.</summary>
    public static string English(Obligation obligation) => Table.TryGetValue(obligation.Code ?? "", out var text) ? text.English : obligation.ToString();
}
