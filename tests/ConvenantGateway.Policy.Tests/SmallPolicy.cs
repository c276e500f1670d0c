using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace ConvenantGateway.Policy.Tests;

/// <summary>
/// The folder with most of what is alike in it left out: it loads several times as fast, and shows the same mistakes at the same places. While mutants are tried it stands in
/// the place of the folder (docs/testing.md).
/// </summary>
internal static partial class SmallPolicy
{
    /// <summary>One in so many of the invariants that except nothing and name no property.</summary>
    private const int OneInvariantOf = 6;

    /// <summary>One in so many of the cases, and those that a test names.</summary>
    private const int OneCaseOf = 4;

    private static readonly string[] NamedCases = ["a-refer", "x-after-term"];
    private static readonly string[] Plans = ["wegwijzer/outcomes.yaml", "wegwijzer/om.yaml"];
    private static readonly string[] Cases = ["cases/modelconvenant-2009.cases.yaml", "cases/convenant-2025.cases.yaml"];
    private static readonly string[] Elements = ["elements/Patient.yaml", "elements/Condition.yaml", "elements/Observation.yaml"];

    public static PolicyFiles Of(PolicyFiles files, bool allPlans = false)
    {
        var rules = files.Files.Where(static f => f.Key.StartsWith("covenant/", StringComparison.Ordinal))
            .SelectMany(static f => RuleIds().Matches(Text(f.Value)).Select(static m => m.Value)).ToHashSet(StringComparer.Ordinal);
        return new PolicyFiles(files.Files.Where(f => IsKept(f.Key, allPlans)).ToImmutableSortedDictionary(static f => f.Key, f => Shortened(f.Key, f.Value, rules), StringComparer.Ordinal));
    }

    private static bool IsKept(string path, bool allPlans) => path.Split('/')[0] switch
    {
        "cases" => Cases.Contains(path),
        "elements" => Elements.Contains(path),
        "wegwijzer" => allPlans || Plans.Contains(path),
        _ => true,
    };

    private static ReadOnlyMemory<byte> Shortened(string path, ReadOnlyMemory<byte> bytes, HashSet<string> rules) => path switch
    {
        "statute/centre.rules.yaml" => bytes,
        "invariants.yaml" => Items(bytes, (item, i) => item.Contains("never: [D26]", StringComparison.Ordinal) || item.Contains("property: ", StringComparison.Ordinal) || (Except().Match(item) is { Success: true } except ? RuleIds().Matches(except.Value).All(m => rules.Contains(m.Value)) : i % OneInvariantOf == 0)),
        _ when path.StartsWith("cases/", StringComparison.Ordinal) => Items(bytes, static (item, i) => i % OneCaseOf == 0 || NamedCases.Contains(item.Split('\n', 2)[0])),
        _ when path.StartsWith("statute/", StringComparison.Ordinal) => Items(bytes, (item, _) => rules.Contains(item.Split('\n', 2)[0]) || item.Contains("prohibit: true", StringComparison.Ordinal)),
        _ => bytes,
    };

    /// <summary>The list of a file with only the items that are kept.</summary>
    private static byte[] Items(ReadOnlyMemory<byte> bytes, Func<string, int, bool> isKept)
    {
        const string Item = "\n  - id: ";
        var parts = Text(bytes).Split(Item);
        if (parts.Length == 1)
        {
            return bytes.ToArray();
        }

        var kept = parts.Skip(1).Where(isKept).ToList();
        return Encoding.UTF8.GetBytes(kept.Count == 0 ? parts[0].TrimEnd() + " []\n" : string.Join(Item, kept.Prepend(parts[0])) + "\n");
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    [GeneratedRegex(@"\bR-[0-9]+[a-z]?(?:\.[0-9]+)?\b")]
    private static partial Regex RuleIds();

    [GeneratedRegex(@"except: \[[^\]]*\]")]
    private static partial Regex Except();
}
