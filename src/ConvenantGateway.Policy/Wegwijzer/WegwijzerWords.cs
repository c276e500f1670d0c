namespace ConvenantGateway.Policy;

/// <summary>The closed lists of the Wegwijzer: kinds of step, statements, outcomes.</summary>
internal static class WegwijzerWords
{
    /// <summary>Advice, stop and escalation serve no ground: they are never evidence.</summary>
    public static readonly string[] Advising = ["OUT-ADVICE", "OUT-STOP", "OUT-ESCALATE"];

    /// <summary>All outcomes.</summary>
    public static readonly string[] Outcomes = [.. Advising, "OUT-DIRECT", "OUT-DUTY", "OUT-GO", "OUT-GO-CONSENT", "OUT-GO-MELDRECHT", "OUT-CONFLICT"];

    /// <summary>The outcome of a criterion that is not met.</summary>
    public const string Stop = "OUT-STOP";

    /// <summary>The outcome that needs all six criteria.</summary>
    public const string Conflict = "OUT-CONFLICT";

    /// <summary>How many criteria the conflict of duties has (domain.md 4.4).</summary>
    public const int Criteria = 6;

    public static readonly string[] Kinds = ["yes-no", "choice", "fact"];

    public static readonly string[] Marks = ["sourced", "derived"];

    /// <summary>What a text can state: a part of the weighing, or a fact that only the professional can say. Consent, agreements and decisions are not among them.</summary>
    public static readonly string[] Statements =
        ["necessity", "proportionality", "subsidiarity", "reason", "treatment-relation", "article", "request-reason", "decree", "condition", "designation", "functionary-consulted", "amk-consulted"];

    private const int WeighingParts = 3;

    public static WegwijzerStepKind Kind(string? word) => (WegwijzerStepKind)(Array.IndexOf(Kinds, word) + 1);

    public static WegwijzerStatements Weighing(IEnumerable<YamlNode.Scalar> words) =>
        words.Select(static w => Array.IndexOf(Statements, w.Value)).Where(static i => i < WeighingParts)
            .Aggregate(WegwijzerStatements.None, static (all, i) => all | (WegwijzerStatements)(1 << i));

    public static Evidence Shows(IEnumerable<YamlNode.Scalar> words) =>
        words.Aggregate(Evidence.None, static (all, w) => EvidenceWords.TryParse(w.Value, out var one) ? all | one : all);
}
