namespace ConvenantGateway.Filter;

/// <summary>How one resource came through the filter into a <see cref="FilterBuffer"/>. The default is a resource withheld whole.</summary>
/// <param name="Start">Where in <see cref="FilterBuffer.Written"/> its bytes begin.</param>
/// <param name="Length">How many; 0 if it was withheld whole or refused.</param>
/// <param name="IsCut">True if something of it was cut: see <see cref="FilterBuffer.Withheld"/>.</param>
/// <param name="Refusal">Not null if the bytes are not JSON that the filter accepts.</param>
public readonly record struct FilterPass(int Start, int Length, bool IsCut, FilterRefusal? Refusal)
{
    /// <summary>True if something of the resource stays.</summary>
    public bool IsKept => Length > 0;
}
