namespace ConvenantGateway.Policy;

/// <summary>Counts points and keeps the first counter-example of each invariant. Not thread safe: one for each cell, added up afterwards.</summary>
internal sealed class ProofLedger(int invariants)
{
    public long[] Points { get; } = new long[invariants];

    public string?[] CounterExamples { get; } = new string?[invariants];

    public long Decided { get; set; }

    public ProofLedger Add(ProofLedger other)
    {
        Decided += other.Decided;
        for (var i = 0; i < Points.Length; i++)
        {
            Points[i] += other.Points[i];
            CounterExamples[i] ??= other.CounterExamples[i];
        }

        return this;
    }
}
