namespace ConvenantGateway.Policy;

/// <summary>Properties of the decision as a whole, which an invariant names by a word. Each is checked at every point of the field that permits.</summary>
internal static class DecisionProperties
{
    public static IReadOnlyList<string> Words { get; } =
    [
        "covenant-within-statute", "deny-by-default", "unknown-role-empty", "roles-intersect", "monotone-evidence", "monotone-consent", "consent-caps", "conflicting-labels-empty",
        "own-basis-suspect-only", "reproducible",
    ];

    /// <summary>True if the property holds of the exchange as a whole.</summary>
    public static bool HoldsOfMatch(string property, CellProbe probe, CellProbe? statute, ProbePoint point, CellMatch match) => property switch
    {
        // What no permitting rule names is denied: a permit has a rule behind it.
        "deny-by-default" => HasPermit(probe, match),
        "covenant-within-statute" => statute is null || statute.Match(point with { Declared = null }).Permits,
        "monotone-evidence" => EvidenceWords.Flags.Where(f => probe.EvidenceBits.HasFlag(f)).All(f => probe.Match(point with { Evidence = point.Evidence | f }).Permits),
        "reproducible" => probe.Match(point) is var again && again.Permits && again.Subset == match.Subset,
        _ => true,
    };

    /// <summary>True if the property holds of one betrokkene.</summary>
    public static bool HoldsOfPerson(string property, CellProbe probe, CellProbe? statute, ProbePoint point, CellMatch match, in BetrokkeneFacts facts, BetrokkeneDecision released)
    {
        switch (property)
        {
            case "covenant-within-statute":
                return statute is null || IsWithin(statute, point with { Declared = null }, facts, released);
            case "unknown-role-empty":
                return probe.Release(point, match, facts with { Rollen = facts.Rollen | RolSet.Of(BetrokkeneRol.Onbekend) }) == default
                    && probe.Release(point, match, facts with { Rollen = default }) == default;
            case "roles-intersect":
                return RolesIntersect(probe, point, match, facts, released);
            case "monotone-consent":
                return released.Released.Contains(probe.Release(point, match, facts with { ConsentScope = default }).Released);
            case "consent-caps":
                return !facts.ConsentScope.IsEmpty || probe.MostWithoutConsent(point, facts).Contains(released.Released);
            case "own-basis-suspect-only":
                return facts.Rollen.Contains(BetrokkeneRol.Pleger) || !facts.ConsentScope.IsEmpty || !probe.DemandsConsent(point.Ground) || released == default;
            case "conflicting-labels-empty":
                return facts.Origins is DataOrigins.None or DataOrigins.Wpg or DataOrigins.Medical or DataOrigins.Melding or DataOrigins.Hvb || released == default;
            default:
                return true;
        }
    }

    /// <summary>The law as a whole: a row that the covenant left out still forbids what it forbids.</summary>
    private static bool IsWithin(CellProbe statute, ProbePoint point, in BetrokkeneFacts facts, BetrokkeneDecision released)
    {
        var law = statute.Release(point, statute.Match(point), facts);
        return law.Released.Contains(released.Released) && released.Level <= law.Level;
    }

    private static bool HasPermit(CellProbe probe, CellMatch match)
    {
        for (var i = 0; i < probe.Rules.Count; i++)
        {
            if ((match.Subset & (1 << i)) != 0 && !probe.Rules[i].IsProhibition)
            {
                return true;
            }
        }

        return false;
    }

    private static bool RolesIntersect(CellProbe probe, ProbePoint point, CellMatch match, in BetrokkeneFacts facts, BetrokkeneDecision released)
    {
        for (var rol = BetrokkeneRol.Slachtoffer; rol <= BetrokkeneRol.Hulpvrager; rol++)
        {
            var both = probe.Release(point, match, facts with { Rollen = facts.Rollen | RolSet.Of(rol) });
            if (!released.Released.Contains(both.Released) || both.Level > released.Level)
            {
                return false;
            }
        }

        return true;
    }
}
