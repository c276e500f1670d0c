using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>
/// Proves the invariants of a set by enumeration: every kind of sender and receiver, purpose, initiative, stretch of time, ground, subset of the evidence that a rule of the
/// cell looks at, ordinary and emergency procedure, role, consent and label of origin. The field is finite, so this is a proof and no sample. Pure; uses all cores.
/// </summary>
public static class PolicyProof
{
    /// <summary>Proves all invariants.</summary>
    /// <param name="snapshot">The set: of a covenant, or of the law alone.</param>
    /// <param name="statute">The law alone (<see cref="PolicyLoader.LoadStatute"/>), against which a covenant is held; null where only the set itself is asked about.</param>
    public static ProofReport Prove(PolicySnapshot snapshot, PolicySnapshot? statute)
    {
        var table = snapshot.Decider.Table;
        var words = table.Words;
        var dates = LawDates.Of([words]);
        var whole = ProveCells(table, statute?.Decider.Table, table.Cells(), dates);
        var denied = DeniedAsAWhole(table, words, dates.Count, whole.Points);
        var outcomes = words.Invariants.Select((invariant, i) => new ProofOutcome(
            invariant.Id, invariant.Title, invariant.FromText, invariant.Elsewhere is null ? whole.Points[i] : 0, invariant.Elsewhere, whole.CounterExamples[i])).ToImmutableArray();
        return new ProofReport(outcomes, whole.Decided + denied, whole.Decided);
    }

    /// <summary>Goes through some cells only.</summary>
    internal static ProofLedger ProveCells(
        PolicyTable table, PolicyTable? statute, IEnumerable<(string From, string To, string Purpose, Initiative By)> cells, IReadOnlyList<DateOnly> dates) =>
        cells.AsParallel().AsOrdered().Select(cell =>
        {
            var ledger = new ProofLedger(table.Words.Invariants.Length);
            new CellProof(cell.From, cell.To, cell.Purpose, cell.By, table, statute, ledger).Run(dates);
            return ledger;
        }).AsEnumerable().Aggregate(new ProofLedger(table.Words.Invariants.Length), static (sum, one) => sum.Add(one));

    /// <summary>
    /// The points of cells that no rule permits: each cell is looked up, and everything that could be asked there is counted for the invariants that speak of it. Nothing
    /// is released there whatever the ground, evidence or role, so that every invariant holds.
    /// </summary>
    private static long DeniedAsAWhole(PolicyTable table, Vocabulary words, int dates, long[] points)
    {
        var each = (long)dates * table.Grounds.Count * 2 * (Enum.GetValues<BetrokkeneRol>().Length - 1);
        var all = 0L;
        foreach (var (from, f) in table.Kinds)
        {
            foreach (var (to, t) in table.Kinds)
            {
                foreach (var (purpose, p) in table.Purposes)
                {
                    for (var by = Initiative.Push; by <= Initiative.Status; by++)
                    {
                        if (table.Bucket(f, t, p, by) is { } bucket && bucket.Rules.Any(static r => !r.IsProhibition))
                        {
                            continue;
                        }

                        all += each;
                        for (var i = 0; i < points.Length; i++)
                        {
                            points[i] += words.Invariants[i].When.Holds(from, to, purpose, by) ? each : 0;
                        }
                    }
                }
            }
        }

        return all;
    }
}
