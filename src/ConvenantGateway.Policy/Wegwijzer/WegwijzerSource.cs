namespace ConvenantGateway.Policy;

/// <summary>What a step rests on. Immutable.</summary>
/// <param name="Law">The article, or null for a norm.</param>
/// <param name="Norm">A professional norm or policy in words; empty for an article.</param>
public sealed record WegwijzerSource(LawReference? Law, string Norm)
{
    /// <summary>The source in one line: <c>BWBR0020031 21d(3) (2017-05-10)</c> or the norm.</summary>
    public override string ToString() => Law is { } law ? $"{law.Bwb} {law.Article} ({law.Text:yyyy-MM-dd})" : Norm;
}
