namespace ConvenantGateway.Exchange;

/// <summary>
/// How the identity of who asks was checked (<law bwb="BWBR0011468" article="37(2)" asof="2017-05-10"/>). A suspect who poses as the victim is the main attack, so a copy by post is not enough.
/// </summary>
public enum ReportProof : byte
{
    /// <summary>Not checked.</summary>
    Geen = 0,

    /// <summary>An identity document, seen with its holder present.</summary>
    DocumentGezien = 1,

    /// <summary>An electronic means of a high level.</summary>
    ElektronischHoog = 2,

    /// <summary>A copy that was sent in: not enough.</summary>
    KopiePerPost = 3,
}
