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
        var whole = ProveCells(table, statute?.Decider.Table, PermittingCells(table), dates);
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

    /// <summary>The cells in which anything can be permitted.</summary>
    private static List<(string From, string To, string Purpose, Initiative By)> PermittingCells(PolicyTable table) =>
    [
        .. table.Cells().Where(c => table.Bucket(table.Kinds[c.From], table.Kinds[c.To], table.Purposes[c.Purpose], c.By) is { } bucket && bucket.Rules.Any(static r => !r.IsProhibition)),
    ];

    /// <summary>
    /// The points of the other cells: nothing is released there whatever the ground, evidence or role, so that every invariant holds. Everything that could be asked there is
    /// counted for the invariants that speak of it.
    /// </summary>
    private static long DeniedAsAWhole(PolicyTable table, Vocabulary words, int dates, long[] points)
    {
        const int initiatives = 4;
        var each = (long)dates * table.Grounds.Count * 2 * (Enum.GetValues<BetrokkeneRol>().Length - 1);
        var permitting = PermittingCells(table);
        for (var i = 0; i < points.Length; i++)
        {
            var when = words.Invariants[i].When;
            var spokenOf = (long)Size(when.From.Length, table.Kinds.Count) * Size(when.To.Length, table.Kinds.Count) * Size(when.Purposes.Length, table.Purposes.Count) * Size(when.By.Length, initiatives);
            points[i] += each * (spokenOf - permitting.Count(c => when.Holds(c.From, c.To, c.Purpose, c.By)));
        }

        return each * (((long)table.Kinds.Count * table.Kinds.Count * table.Purposes.Count * initiatives) - permitting.Count);
    }

    private static int Size(int listed, int all) => listed == 0 ? all : listed;
}
