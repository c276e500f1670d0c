using System.Text.RegularExpressions;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>A record as one side may read it, taken apart for a page. What is not understood stays in <see cref="Rest"/>: nothing that the side may see is dropped silently.</summary>
internal sealed partial class ExchangeStory
{
    private static readonly HashSet<string> Known =
        ["actor", "actor-role", "withheld", "laws", "reason", "held-because", "answer-rules", "answer-ground", "level", "authorization-details", "resources", "obligations", "warnings", "person-order"];

    /// <summary>Takes a record apart.</summary>
    public ExchangeStory(VisibleRecord seen)
    {
        Index = seen.Index;
        Record = seen.Record;
        IsErased = seen.Erased is not null || seen.Values.IsDefaultOrEmpty;
        Erased = seen.Erased;
        var values = seen.Values.IsDefault ? [] : seen.Values;
        Actor = Join(Value(values, "actor"), Value(values, "actor-role"));
        Reason = Value(values, "reason");
        HeldBecause = Split(Value(values, "held-because"), ';');
        AnswerRules = Split(Value(values, "answer-rules"), ' ');
        AnswerGround = Value(values, "answer-ground");
        Level = Value(values, "level");
        Obligations = Split(Value(values, "obligations"), ' ');
        Resources = Split(Value(values, "resources"), ' ');
        Warnings = Split(Value(values, "warnings"), '\n');
        Laws = [.. Split(Value(values, "laws"), ';').Select(LawText)];
        Released = [.. values.Where(static v => v.Field.StartsWith("released-", StringComparison.Ordinal)).Select(static v => ReleasedOf(v.Value))];
        Withheld = [.. Split(Value(values, "withheld"), '\n').Select(WithheldOf)];
        Evidence = DossierText.Read(Value(values, "authorization-details"));
        Rest = [.. values.Where(static v => !Known.Contains(v.Field) && !v.Field.StartsWith("released-", StringComparison.Ordinal))];
        Persons = [.. seen.Record.Views.IsDefault ? [] : seen.Record.Views.SelectMany(static v => v.Persons.IsDefault ? [] : v.Persons).Where(static p => p.Length == 32)];
    }

    /// <summary>The number of the log line.</summary>
    public long Index { get; }

    /// <summary>The clear fields.</summary>
    public ExchangeRecord Record { get; }

    /// <summary>The values were erased, or this side has none.</summary>
    public bool IsErased { get; }

    /// <summary>Under which rule the values were erased; null where they were not.</summary>
    public ErasureMark? Erased { get; }

    /// <summary>The professional, with the function.</summary>
    public string Actor { get; }

    /// <summary>Why it was refused.</summary>
    public string Reason { get; }

    /// <summary>Why it was held.</summary>
    public IReadOnlyList<string> HeldBecause { get; }

    /// <summary>The rules of the answer, for the holder.</summary>
    public IReadOnlyList<string> AnswerRules { get; }

    /// <summary>The holder's ground.</summary>
    public string AnswerGround { get; }

    /// <summary>The level of a status answer.</summary>
    public string Level { get; }

    /// <summary>The obligations that travel along.</summary>
    public IReadOnlyList<string> Obligations { get; }

    /// <summary>Types and numbers, <c>Condition:2</c>.</summary>
    public IReadOnlyList<string> Resources { get; }

    /// <summary>What was missing and warns only.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The articles, <c>Wbp, artikel 8(a)</c>.</summary>
    public IReadOnlyList<string> Laws { get; }

    /// <summary>What was released, per person.</summary>
    public IReadOnlyList<ReleasedLine> Released { get; }

    /// <summary>What was not provided.</summary>
    public IReadOnlyList<WithheldLine> Withheld { get; }

    /// <summary>The weighing and the evidence, without names.</summary>
    public IReadOnlyList<RecordValue> Evidence { get; }

    /// <summary>The other values of this side.</summary>
    public IReadOnlyList<RecordValue> Rest { get; }

    /// <summary>The handles of the persons, where the log shows them.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Persons { get; }

    private static string Value(IEnumerable<RecordValue> values, string field) => values.FirstOrDefault(v => v.Field == field).Value ?? "";

    private static string Join(string name, string function) => function.Length == 0 ? name : name.Length == 0 ? function : $"{name} ({function})";

    private static string[] Split(string text, char at) => text.Split(at, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string LawText(string law)
    {
        var parts = law.Split(' ', 2);
        return parts.Length == 2 ? $"{ConsoleWords.Law(parts[0])}, artikel {parts[1]}" : ConsoleWords.Law(law);
    }

    private static ReleasedLine ReleasedOf(string text)
    {
        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        var rollen = parts[0].Split('+').Select(static r => Enum.TryParse<BetrokkeneRol>(r, ignoreCase: true, out var rol) ? ConsoleWords.Rol(rol) : r);
        return new ReleasedLine([.. rollen], parts.Length == 2 ? Split(parts[1], ' ') : []);
    }

    private static WithheldLine WithheldOf(string line) =>
        WithheldShape().Match(line) is { Success: true } match
            ? new WithheldLine(match.Groups[1].Value, Split(match.Groups[2].Value, ' '), match.Groups[3].Value)
            : new WithheldLine(line, [], "");

    [GeneratedRegex(@"^(\S.*?) \(((?:D\d\d ?)*)\) ?(.*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WithheldShape();
}
