namespace ConvenantGateway.Policy;

/// <summary>How much a status answer says (domain.md WF5).</summary>
public enum StatusLevel : byte
{
    /// <summary>"Geen gegevens beschikbaar voor u": no case, no permission and no match all read so.</summary>
    L0 = 0,

    /// <summary>Whom to call: organisation, function, telephone.</summary>
    L1 = 1,

    /// <summary>L1, and since when and by whom the case is coordinated.</summary>
    L2 = 2,
}
