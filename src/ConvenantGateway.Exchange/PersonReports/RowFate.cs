namespace ConvenantGateway.Exchange;

/// <summary>What becomes of a record in the person's version.</summary>
public enum RowFate : byte
{
    /// <summary>Left out without a trace.</summary>
    LeftOut = 0,

    /// <summary>Left out; the person's version says how many and under which article.</summary>
    Withheld = 1,

    /// <summary>Nothing about this person was provided: no row.</summary>
    NotDisclosed = 2,

    /// <summary>Shown with a category in the place of the name, and the month only.</summary>
    Generalised = 3,

    /// <summary>Shown.</summary>
    Shown = 4,
}
