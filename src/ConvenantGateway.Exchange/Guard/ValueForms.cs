namespace ConvenantGateway.Exchange;

/// <summary>
/// The forms of a value whose element says what it is. Stricter than <see cref="TextForms"/>: of an address line the whole street, not its last word, or "op 5 mei" would be a hit for everybody who lives at number 5. Pure.
/// </summary>
internal static class ValueForms
{
    private const int MostStreetWords = 6;
    private const int LeastStreetLetters = 3;

    private static readonly HashSet<string> NotANameOfSomebody = new(StringComparer.Ordinal)
    {
        // Particles, titles and functions: they stand in every text.
        "VAN", "DER", "DEN", "DES", "TEN", "TER", "HET", "VOOR", "ONDER", "OVER", "BIJ", "AAN", "MET", "UIT", "MEVROUW", "MEVR", "DHR", "HEER", "DRS", "ING", "MEJ", "PROF", "MASTER",
        "ARTS", "HUISARTS", "SEH", "SPOEDARTS", "KINDERARTS", "VERPLEEGKUNDIGE", "POLITIE", "AGENT", "WIJKAGENT", "WERKER", "CASUSWERKER", "WERKSTER", "MEDEWERKER", "MEDEWERKSTER", "COORDINATOR", "MAATSCHAPPELIJK",
        "AANDACHTSFUNCTIONARIS", "CONTACTFUNCTIONARIS", "FUNCTIONARIS", "PSYCHOLOOG", "PSYCHIATER", "GYNAECOLOOG", "CHIRURG", "INTERNIST", "PSYCHIATRIE", "HEELKUNDE", "GENEESKUNDE", "KINDERGENEESKUNDE", "INTERNE", "ALGEMENE",
        "HUISELIJK", "HUISELIJKE", "GEWELD", "KINDERMISHANDELING", "VEILIG", "THUIS", "VEILIGHEID", "ZORG", "JEUGD", "GEZIN", "NOORD", "ZUID", "OOST", "WEST",
        "BUURMAN", "BUURVROUW", "MOEDER", "VADER", "BROER", "ZUS", "OMA", "OPA", "TANTE", "OOM", "PARTNER", "MELDER", "LEERKRACHT", "DOKTER", "THE", "AND",

        // What an organisation or its part is called: the display of a performer is as often one of these as a person.
        "AFDELING", "SPOED", "SPOEDEISENDE", "HULP", "EERSTE", "POLI", "POLIKLINIEK", "KLINIEK", "ZIEKENHUIS", "CENTRUM", "TEAM", "DIENST", "PRAKTIJK", "HUISARTSENPOST", "HUISARTSENPRAKTIJK", "AMBULANCE", "GGD",
        "CONSULTATIEBUREAU", "SCHOOL", "BASISSCHOOL", "STEUNPUNT", "MELDPUNT", "ADVIES", "OPVANG", "VROUWENOPVANG", "GEMEENTE", "JEUGDZORG", "RAAD", "KINDERBESCHERMING", "RECLASSERING", "BUREAU", "STICHTING",
    };

    /// <summary>A postcode.</summary>
    public static IEnumerable<TextForm> Postcode(string text) => TextForms.Of(text).Where(static f => f.Kind == TextFormKind.Postcode);

    /// <summary>The street with its number in an address line; a line without a number is a phrase, if it is long enough to mean one place.</summary>
    /// <param name="text">The line.</param>
    /// <param name="withLastWord">True to read <c>Oude Kerkstraat 5</c> as <c>Kerkstraat 5</c> too, which people write for it.</param>
    public static IEnumerable<TextForm> Line(string text, bool withLastWord = true)
    {
        var tokens = TextTokens.Of(text);
        var number = tokens.FindIndex(1 <= tokens.Count ? 1 : 0, static t => t.IsNumber);
        if (number > 0)
        {
            var words = tokens.Take(number).Reverse().TakeWhile(static t => !t.IsNumber).Where(static t => !TextForms.IsNumberWord(t.Text)).Take(MostStreetWords).Reverse();
            var street = string.Concat(words.Select(static t => TextForms.StreetWord(t.Text)));
            if (street.Length >= LeastStreetLetters && tokens[number].Text.TrimStart('0') is { Length: > 0 and <= 5 } house)
            {
                yield return new TextForm(TextFormKind.Street, street + house);
                if (withLastWord && TextForms.StreetWord(tokens[number - 1].Text) is var last && LooksLikeAStreet(last))
                {
                    yield return new TextForm(TextFormKind.Street, last + house);
                }
            }
        }

        foreach (var form in Phrase(text).Where(_ => number <= 0).Concat(Postcode(text)))
        {
            yield return form;
        }
    }

    /// <summary>A telephone number; with a remark behind it, or two in one field, each of them too.</summary>
    public static IEnumerable<TextForm> Telephone(string text)
    {
        var inText = TextForms.Of(text).Where(static f => f.Kind == TextFormKind.Telephone && f.Value.Length == 10);
        return DutchTelephone.Normalize(text) is { Length: >= 7 } number ? inText.Prepend(new TextForm(TextFormKind.Telephone, number)).Distinct() : inText;
    }

    /// <summary>A mail address, or the number in another way to reach somebody.</summary>
    public static IEnumerable<TextForm> Contact(string text) => text.Contains('@', StringComparison.Ordinal) ? TextForms.Of(text).Where(static f => f.Kind == TextFormKind.Mail) : Telephone(text);

    /// <summary>A BSN.</summary>
    public static IEnumerable<TextForm> Bsn(string text) =>
        new string([.. text.Where(char.IsAsciiDigit)]) is { Length: 8 or 9 } digits ? [new TextForm(TextFormKind.Bsn, digits.PadLeft(9, '0'))] : [];

    /// <summary>Another identifier: its digits, if there are six or more.</summary>
    public static IEnumerable<TextForm> Number(string text) =>
        new string([.. text.Where(char.IsAsciiDigit)]) is { Length: >= 6 and <= 15 } digits ? [new TextForm(TextFormKind.Number, digits)] : [];

    /// <summary>The words of a name that can tell who it is.</summary>
    public static IEnumerable<TextForm> Name(string text) => TextTokens.Of(text)
        .Where(static t => !t.IsNumber && t.Text.Length >= TextForms.LeastNameLetters && !NotANameOfSomebody.Contains(t.Text)).Select(static t => new TextForm(TextFormKind.Name, t.Text));

    /// <summary>The words of a display that can tell who it is: those with a capital, for a display is as often "afdeling spoed" as a person; all of them if none has one.</summary>
    public static IEnumerable<TextForm> Display(string text)
    {
        var words = text.Split([' ', '-', ',', '.', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var capitals = words.Where(static w => char.IsUpper(w[0])).ToList();
        return (capitals.Count == 0 ? words : [.. capitals]).SelectMany(Name);
    }

    /// <summary>The name of a place, run together; empty if it is too short to mean one.</summary>
    public static IEnumerable<TextForm> Phrase(string text)
    {
        var words = TextTokens.Of(text).TakeWhile(static t => !t.IsNumber).Take(MostStreetWords).ToList();
        return !words.TrueForAll(static t => NotANameOfSomebody.Contains(t.Text)) && string.Concat(words.Select(static t => TextForms.StreetWord(t.Text))) is { Length: >= 8 } phrase ? [new TextForm(TextFormKind.Phrase, phrase)] : [];
    }

    /// <summary>Of free text that may not flow: what is unmistakable in it. A street must look like one.</summary>
    public static IEnumerable<TextForm> FreeText(string text) => TextForms.Of(text).Where(static f => f.Kind switch
    {
        TextFormKind.Postcode or TextFormKind.Telephone or TextFormKind.Mail => f.Kind != TextFormKind.Telephone || f.Value.Length == 10,
        TextFormKind.Street => LooksLikeAStreet(f.Value),
        _ => false,
    });

    /// <summary>True if a street form ends as streets do; many readings of a text with a number do not.</summary>
    /// <param name="street">Its letters, with the house number or without.</param>
    public static bool LooksLikeAStreet(string street) => street.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is { Length: > 5 } letters && StreetEndings.Any(e => letters.EndsWith(e, StringComparison.Ordinal));

    private static readonly string[] StreetEndings =
        ["STR", "LN", "PLN", "WEG", "KADE", "SINGEL", "GRACHT", "HOF", "DIJK", "PAD", "STEEG", "MARKT", "PARK", "RING", "DREEF", "BAAN", "LAND", "WAL", "ERF", "BRINK"];
}
