namespace ConvenantGateway.Policy.Tests;

public sealed class MutationTests
{
    /// <summary>Mutates every rule of the law in every way of <see cref="RuleMutants"/>; checks, cases and invariants together must notice all that changes a decision.</summary>
    [Fact]
    public void Rules_EachMutatedAlone_AreCaughtByChecksCasesOrInvariants()
    {
        var statute = PolicyRoot.LoadStatute();
        var hunt = new MutantHunt(statute, PolicyRoot.Files);
        var table = statute.Decider.Table;
        var tried = table.Rules.SelectMany(rule => RuleMutants.Of(rule, table.Words).Select(m => (Rule: rule, m.What, Mutant: m.Rule)))
            .AsParallel().Select(m => (m.Rule.Id, m.What, Outcome: hunt.Try(m.Rule, m.Mutant))).ToList();

        var caught = tried.Count(t => t.Outcome == "caught");
        var missed = tried.Where(t => t.Outcome == "missed").Select(t => $"{t.Id}: {t.What}").Order(StringComparer.Ordinal).ToList();
        TestContext.Current.SendDiagnosticMessage($"{tried.Count} mutants: {caught} caught, {tried.Count(t => t.Outcome == "same")} decide nothing otherwise, {missed.Count} missed");
        Assert.True(missed.Count == 0, $"{missed.Count} of {caught + missed.Count} missed:\n{string.Join('\n', missed)}");
    }
}
