namespace ConvenantGateway.Policy;

/// <summary>One point of the finite field.</summary>
internal readonly record struct ProbePoint(string From, string To, string Purpose, Initiative By, string Ground, DateOnly Date, Evidence Evidence, bool Emergency)
{
    /// <summary>What the sender declared after prior investigation; null where everything is declared.</summary>
    public Declarations? Declared { get; init; }

    public string Where(BetrokkeneRol? rol, DataOrigins origin) => origin == DataOrigins.None ? Where(rol) : $"{Where(rol)}, onward {CodeWords.Word(origin)}";

    public string Where(BetrokkeneRol? rol) =>
        $"{From} → {To}, {Purpose}, {CodeWords.Word(By)}, {Ground}{(Emergency ? ", Noodprocedure" : "")}{(rol is { } r ? $", {CodeWords.Word(r)}" : "")}";

    public string Example(BetrokkeneRol? rol, bool hasConsent) =>
        $"from {From} to {To}, purpose {Purpose}, by {CodeWords.Word(By)}, ground {Ground}, evidence [{string.Join(", ", EvidenceWords.Words(Evidence))}], date {Date:yyyy-MM-dd}{(Emergency ? ", emergency" : "")}{(Declared is null ? "" : $", declared [{string.Join(", ", Declared.ByRule.Keys.Order(StringComparer.Ordinal))}]")}"
        + (rol is { } r ? $", rol {CodeWords.Word(r)}, consent {(hasConsent ? "all" : "none")}" : "");
}
