using System.Collections.Frozen;
using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>Element lines as <c>path word</c>, where the word is a category, <c>structure</c>, <c>class</c> or <c>withheld</c>.</summary>
internal static class Lines
{
    public static ElementClassification Of(string type, params string[] lines) => Of(type, default, lines);

    public static ElementClassification Of(string type, CategorySet defaultClass, params string[] lines) =>
        new(type, defaultClass, [], [.. lines.Select(Read)]);

    public static ResourceFilter Filter(params ElementClassification[] types) => new(types.ToFrozenDictionary(static t => t.ResourceType, StringComparer.Ordinal));

    public static FilterScope Scope(string released, IReleasedReferences? references = null, bool mark = false, string resourceClass = "") =>
        new(Set(released), Set(resourceClass), references, mark);

    public static CategorySet Set(string codes) => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(default(CategorySet), static (set, code) => CategorySet.TryParse(code, out var one) ? set | one : throw new ArgumentException(code));

    public static FilterOutcome Run(this ResourceFilter filter, string json, FilterScope scope) => filter.Filter(Encoding.UTF8.GetBytes(json), scope);

    /// <summary>What is left as text; null if withheld whole; fails the test on a refusal.</summary>
    public static string? Left(this ResourceFilter filter, string json, FilterScope scope)
    {
        var outcome = filter.Run(json, scope);
        Assert.Null(outcome.Refusal);
        return outcome.Body is null ? null : Encoding.UTF8.GetString(outcome.Body.Utf8.Span);
    }

    private static ElementRule Read(string line)
    {
        var space = line.LastIndexOf(' ');
        var (path, word) = (line[..space], line[(space + 1)..]);
        return word switch
        {
            "structure" => new ElementRule(path, ElementKind.Structure, default),
            "class" => new ElementRule(path, ElementKind.ResourceClass, default),
            "withheld" => new ElementRule(path, ElementKind.Withheld, default),
            _ => new ElementRule(path, ElementKind.Category, Set(word)),
        };
    }
}
