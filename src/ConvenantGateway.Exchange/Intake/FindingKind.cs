namespace ConvenantGateway.Exchange;

/// <summary>How a finding was made. The default is the one that cuts most.</summary>
public enum FindingKind : byte
{
    /// <summary>Free text that tells where somebody stays: the whole resource goes, and of a Patient all that tells where to find him.</summary>
    FreeText = 0,

    /// <summary>An address or number that a shelter supplied the hash of.</summary>
    ShelterAddress = 1,

    /// <summary>A geographic number that is called safe: its area code tells the region.</summary>
    Landline = 2,

    /// <summary>An address that was never seen before of a person with an open case.</summary>
    NewOnOpenCase = 3,

    /// <summary>One address of more than a person has: it is cut so that none is told from another, and stays what its element says.</summary>
    OneOfMany = 4,
}
