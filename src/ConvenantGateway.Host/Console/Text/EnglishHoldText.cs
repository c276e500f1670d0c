namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The English of the page of legal holds; <see cref="EnglishText"/> takes it up.</summary>
internal static class EnglishHoldText
{
    /// <summary>Dutch to English.</summary>
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Bekijk over wie voorlopig niets mag worden gewist; leg een wisverbod op of hef het op."] = "See about whom nothing may be erased for now; lay a legal hold or lift it.",
        ["Dit wisverbod staat er al."] = "This legal hold stands already.",
        ["Een code zonder spaties, geen naam en geen verhaal: bijvoorbeeld het nummer van de zaak."] = "A code without spaces, no name and no story: the number of the case, for example.",
        ["Er staan geen wisverboden."] = "There are no legal holds.",
        ["Hef op"] = "Lift",
        ["Kenmerk"] = "Reference",
        ["Leg een wisverbod op"] = "Lay a legal hold",
        ["Leg het wisverbod op"] = "Lay the legal hold",
        ["Lopende wisverboden"] = "Legal holds that stand",
        ["Namen en geboortedata worden omgezet in een kenmerk en niet bewaard: onthoud om wie het gaat bij de reden, in het eigen dossier. Tweelingen met dezelfde voorletter vallen samen; een spelfout beschermt niemand."] =
            "Names and birth dates are turned into a reference and not kept: note whom it is about with the reason, in your own file. Twins with the same initial coincide; a misspelling protects nobody.",
        ["Opgelegd door"] = "Laid by",
        ["Opheffen"] = "Lifting",
        ["Sinds"] = "Since",
        ["Vul als reden een code in, zonder spaties, van hoogstens 100 tekens: bijvoorbeeld het nummer van de zaak."] = "Fill in a code as reason, without spaces, of at most 100 characters: the number of the case, for example.",
        ["Vul een laatste dag in: vandaag of later, binnen tien jaar."] = "Fill in a last day: today or later, within ten years.",
        ["Wisverboden"] = "Legal holds",
        ["Zolang een wisverbod staat, wordt van die persoon bij uw organisatie niets gewist, ook niet als de bewaartermijn voorbij is."] =
            "While a legal hold stands, nothing about that person is erased at your organisation, even when the retention term has passed.",
        ["van opheffen van"] = "for lifting",
    };
}
