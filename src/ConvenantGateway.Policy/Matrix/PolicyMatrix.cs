using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>The sharing matrix of a set: each rule in force, a row for each role. Pure.</summary>
public static class PolicyMatrix
{
    /// <summary>The rows, in file order.</summary>
    public static ImmutableArray<MatrixRow> Of(PolicySnapshot snapshot)
    {
        var words = snapshot.Decider.Table.Words;
        return [.. snapshot.Decider.Table.Rules.SelectMany(rule => Rows(rule, words))];
    }

    /// <summary>The rules whole, in file order.</summary>
    /// <param name="snapshot">The set.</param>
    /// <param name="lawDate">The date by which <see cref="MatrixRule.HoldsNow"/> is told.</param>
    public static ImmutableArray<MatrixRule> Rules(PolicySnapshot snapshot, DateOnly lawDate)
    {
        var words = snapshot.Decider.Table.Words;
        var profile = words.ProfileAt(lawDate);
        return [.. snapshot.Decider.Table.Rules.Select(rule => Whole(rule, words, profile))];
    }

    private static MatrixRule Whole(Rule rule, Vocabulary words, int profile) => new()
    {
        Id = rule.Id,
        Title = rule.Title,
        English = rule.English ?? "",
        IsProhibition = rule.IsProhibition,
        IsEmergency = rule.IsEmergency,
        IsDerived = rule.IsDerived,
        HoldsNow = profile >= 0 && (rule.Profiles >> profile & 1) == 1,
        Part = rule.IsQuestion ? MatrixPart.Question : rule.Holder switch
        {
            RuleHolder.Standing => MatrixPart.StandingAnswer,
            RuleHolder.PerRequest => MatrixPart.AnswerPerRequest,
            _ => MatrixPart.Provision,
        },
        From = rule.From,
        IsFromAnyone = rule.From.Length == words.Kinds.Count,
        To = rule.To,
        IsToAnyone = rule.To.Length == words.Kinds.Count,
        Purposes = rule.Purposes,
        IsForAnyPurpose = rule.Purposes.Length == words.Purposes.Count,
        By = rule.By,
        Profiles = Profiles(rule, words),
        Grounds = rule.Grounds,
        Evidence = rule.Evidence,
        WarnWithout = rule.WarnWithout,
        Roles = [.. rule.Release.Select(r => new MatrixRole(r.Rol, r.Categories - rule.Never, r.Level, r.Requires, r.Basis ?? ""))],
        Never = rule.Never,
        Obligations = rule.Obligations,
        Withheld = rule.Withheld,
        Sources = rule.Sources,
        Narrows = rule.Narrows ?? "",
    };

    private static IEnumerable<MatrixRow> Rows(Rule rule, Vocabulary words)
    {
        var whole = new MatrixRow
        {
            Rule = rule.Id,
            Title = rule.Title,
            IsProhibition = rule.IsProhibition,
            IsEmergency = rule.IsEmergency,
            From = Join(rule.From, words.Kinds.Count),
            To = Join(rule.To, words.Kinds.Count),
            Purpose = Join(rule.Purposes, words.Purposes.Count),
            By = string.Join(' ', rule.By.Select(CodeWords.Word)),
            Profiles = Profiles(rule, words),
            Grounds = string.Join(' ', rule.Grounds),
            Evidence = string.Join(' ', EvidenceWords.Words(rule.Evidence)),
            Rol = "",
            Categories = "",
            Level = "L0",
            Never = rule.Never.ToString(),
            Obligations = string.Join(' ', rule.Obligations),
            Mark = rule.IsDerived ? "derived" : "sourced",
        };
        return rule.Release.IsEmpty
            ? [whole]
            : rule.Release.Select(r => whole with { Rol = CodeWords.Word(r.Rol), Categories = (r.Categories - rule.Never).ToString(), Level = r.Level.ToString() });
    }

    private static string Join(ImmutableArray<string> codes, int all) => codes.Length == all ? "*" : string.Join(' ', codes);

    private static string Profiles(Rule rule, Vocabulary words)
    {
        var held = Enumerable.Range(0, words.Profiles.Length).Where(i => (rule.Profiles >> i & 1) == 1).Select(i => words.Profiles[i].Code).ToList();
        return held.Count == 0 ? "" : held[0] == held[^1] ? held[0] : $"{held[0]}–{held[^1]}";
    }
}
