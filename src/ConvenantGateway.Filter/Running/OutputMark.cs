namespace ConvenantGateway.Filter;

/// <summary>A point in the output that it can go back to.</summary>
/// <param name="Length">Bytes written.</param>
/// <param name="RunStart">Start in the input of the run that is not yet written.</param>
/// <param name="RunEnd">Its end.</param>
internal readonly record struct OutputMark(int Length, int RunStart, int RunEnd);
