namespace ConvenantGateway.Exchange;

/// <summary>How the authority of a representative was shown.</summary>
public enum AuthorityProof : byte
{
    /// <summary>Not shown.</summary>
    Geen = 0,

    /// <summary>An extract of the gezagsregister.</summary>
    Gezagsregister = 1,

    /// <summary>A decision of a court, or the curateleregister.</summary>
    Beschikking = 2,
}
