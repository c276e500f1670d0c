namespace ConvenantGateway.Filter;

/// <summary>A piece of the input: the bytes between two quotes, or a whole value. The default is nothing.</summary>
/// <param name="Start">The first byte.</param>
/// <param name="End">Behind the last.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>True if there is nothing.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> input) => input[Start..End];
}
