namespace ConvenantGateway.Exchange;

/// <summary>A value in its one normalized spelling. Two texts that mean the same address, number or name give the same form.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Capitals and digits only.</param>
public readonly record struct TextForm(TextFormKind Kind, string Value)
{
    /// <summary>Never prints a value.</summary>
    public override string ToString() => Kind.ToString();
}
