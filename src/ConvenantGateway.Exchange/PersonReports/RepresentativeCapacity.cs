namespace ConvenantGateway.Exchange;

/// <summary>In what capacity a representative asks.</summary>
public enum RepresentativeCapacity : byte
{
    /// <summary>No representative, or not answered.</summary>
    Geen = 0,

    /// <summary>A parent or guardian with authority over the child.</summary>
    Gezag = 1,

    /// <summary>Curator of an adult.</summary>
    Curator = 2,

    /// <summary>Mentor of an adult.</summary>
    Mentor = 3,
}
