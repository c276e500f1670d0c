using System.Collections.Immutable;
using System.Globalization;

namespace ConvenantGateway.Policy;

/// <summary>Runs the cases of a policy folder: request → verdict, rule ids, categories, levels, obligations. Pure; thread safe.</summary>
public static class CaseRun
{
    /// <summary>Runs every case written for the covenant of <paramref name="snapshot"/>, loaded with <see cref="PolicyLoadOptions.AssumeSigned"/>.</summary>
    public static ImmutableArray<CaseOutcome> Run(PolicyFiles files, PolicySnapshot snapshot)
    {
        return [.. CasesOf(files, snapshot).Select(c => new CaseOutcome(c.Id, c.Title, c.Covenant, c.Place.File, c.Place.Line, Differences(c, snapshot)) { Rules = c.Rules })];
    }

    /// <summary>The cases written for the covenant of a snapshot, or for the layer.</summary>
    internal static IEnumerable<PolicyCase> CasesOf(PolicyFiles files, PolicySnapshot snapshot) =>
        CasesFile.ReadAll(files, snapshot.Decider.Table.Words, new PolicyErrorList()).Where(c => c.Covenant == snapshot.Covenant.Id);

    internal static ImmutableArray<string> Differences(PolicyCase expected, PolicySnapshot snapshot)
    {
        if ((expected.Date ?? snapshot.Covenant.Reenactment) is not { } date)
        {
            return ["the case needs a date: its covenant re-enacts none"];
        }

        var decisions = new BetrokkeneDecision[expected.Persons.Length];
        var decision = snapshot.Decider.Decide(expected.Request with { LawDate = date }, [.. expected.Persons.Select(p => p.Facts)], decisions);
        var differences = ImmutableArray.CreateBuilder<string>();
        Compare("verdict", expected.Verdict.ToString(), decision.Verdict.ToString(), differences);
        Compare("rules", Join(expected.Rules), Join(decision.Basis.Rules.Select(r => r.Code)), differences);
        Compare("obligations", Join(expected.Obligations), Join(decision.Basis.Obligations.Select(o => o.Code)), differences);
        for (var i = 0; i < decisions.Length; i++)
        {
            var who = $"person {i + 1} ({Join(expected.Persons[i].Facts.Rollen.Roles().Select(CodeWords.Word))})";
            Compare($"{who} released", expected.Persons[i].Released.ToString(), decisions[i].Released.ToString(), differences);
            Compare($"{who} level", expected.Persons[i].Level.ToString(), decisions[i].Level.ToString(), differences);
        }

        var warned = EvidenceWords.Words(snapshot.Decider.Table.Rules.Where(r => decision.Basis.Rules.Any(id => id.Code == r.Id)).Aggregate(Evidence.None, (set, r) => set | r.WarnWithout) & ~expected.Request.Evidence);
        Compare("warnings", Join(expected.Warnings), decision.Warnings.IsEmpty ? "" : Join(warned), differences);
        if (expected.Errors is { } errors)
        {
            Compare("errors", errors.ToString(CultureInfo.InvariantCulture), decision.Unmet.Count(u => u.Code != "advice").ToString(CultureInfo.InvariantCulture), differences);
        }

        if (expected.Boundaries is { } boundaries)
        {
            differences.AddRange(BoundaryRun.Differences(expected, boundaries, date, snapshot));
        }

        var unmet = decision.Unmet.Select(u => u.Code).ToList();
        foreach (var code in expected.Unmet.Where(u => !unmet.Contains(u, StringComparer.Ordinal)))
        {
            differences.Add($"unmet: expected `{code}`, got `{Join(unmet)}`");
        }

        return differences.ToImmutable();
    }

    private static void Compare(string what, string expected, string actual, ImmutableArray<string>.Builder differences)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            differences.Add($"{what}: expected `{expected}`, got `{actual}`");
        }
    }

    private static string Join(IEnumerable<string> words) => string.Join(' ', words.Order(StringComparer.Ordinal));
}
