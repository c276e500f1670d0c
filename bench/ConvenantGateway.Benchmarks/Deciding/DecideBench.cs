using ConvenantGateway.Benchmarks.Measuring;
using ConvenantGateway.Benchmarks.Reporting;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Benchmarks.Deciding;

/// <summary>P9: one decision about a message on victim, suspect and child, all categories at once, under the repository's policies.</summary>
internal static class DecideBench
{
    private static readonly BetrokkeneRol[] Message = [BetrokkeneRol.Slachtoffer, BetrokkeneRol.Pleger, BetrokkeneRol.Kind];

    /// <summary>Measures and prints.</summary>
    public static void Run(BenchOptions options, TextWriter output)
    {
        var snapshot = RealPolicies.Load();
        var date = snapshot.LawDateAt(TimeProvider.System.GetUtcNow());
        var rows = RuleRows.Of(snapshot, date);
        if (rows.Count == 0)
        {
            throw new BenchFailedException("the policies permit nothing on this date");
        }

        // The exchange that has something about most of the three roles; among those the one that releases most.
        var richest = rows.Where(static r => r.By == Initiative.Push).GroupBy(static r => (r.From, r.To, r.Purpose, r.Ground))
            .OrderByDescending(static g => g.Where(static r => Message.Contains(r.Rol)).Select(static r => r.Rol).Distinct().Count())
            .ThenByDescending(static g => g.Count()).First();
        var asked = richest.First();
        var request = new PolicyRequest
        {
            From = PartnerId.Parse(asked.From),
            To = PartnerId.Parse(asked.To),
            Purpose = new Purpose(asked.Purpose),
            By = Initiative.Push,
            Ground = new Ground(asked.Ground),
            LawDate = date,
            Evidence = RuleRows.AllEvidence,
        };
        var facts = Message.Select(static r => new BetrokkeneFacts(RolSet.Of(r), CategorySet.All)).ToArray();
        var compiled = new BetrokkeneDecision[facts.Length];
        var listed = new CategorySet[facts.Length];
        var decide = new Loop("compiled", () => snapshot.Decider.Decide(request, facts, compiled));
        var denied = request with { Ground = new Ground("G-NONE") };
        var deny = new Loop("denied", () => snapshot.Decider.Decide(denied, facts, compiled));
        var scan = new Loop("list", () => Scan(rows, request, listed));
        Loop.Measure(options, deny, decide, scan);
        snapshot.Decider.Decide(request, facts, compiled);
        if (!compiled.Select(static d => d.Released).SequenceEqual(listed))
        {
            throw new BenchFailedException("the list and the compiled policy do not agree");
        }

        GoalTable.Print(
            output,
            "decide",
            [
                new("decision, three persons, all categories, ns", "-", decide.Nanoseconds, new("P9", 1000, false), ""),
                Row.Of("bytes allocated per permit", "-", decide.BytesPerCall, new("P9", 0, false), ""),
                new("how many times faster", "list scan of the same rows", scan.Nanoseconds.Over(decide.Nanoseconds), new("16", 300, true), $"{Row.Figure(scan.Nanoseconds.Median)} ns a scan"),
                new("denial, ns", "-", deny.Nanoseconds, Goal.None, $"{Row.Figure(deny.BytesPerCall)} B"),
            ],
            [$"{asked.From} to {asked.To}, {asked.Purpose}, {asked.Ground}, on {date:yyyy-MM-dd}; {rows.Count} rows (from, to, purpose, by, ground, role, category) in the list"]);
    }

    private static void Scan(List<RuleRow> rows, in PolicyRequest request, CategorySet[] released)
    {
        for (var i = 0; i < Message.Length; i++)
        {
            var set = default(CategorySet);
            foreach (var row in rows)
            {
                if (row.From == request.From.Value && row.To == request.To.Value && row.Purpose == request.Purpose.Code && row.By == request.By
                    && row.Ground == request.Ground.Code && row.Rol == Message[i] && CategorySet.TryParse(row.Category, out var one))
                {
                    set |= one;
                }
            }

            released[i] = set;
        }
    }
}
