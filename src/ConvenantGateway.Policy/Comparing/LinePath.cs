using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>The path of an element line in its steps: <c>telecom[use=home].value</c> has the slice <c>telecom[use=home]</c> and what is in it. Immutable.</summary>
/// <param name="Text">The path as it stands.</param>
/// <param name="Steps">Name and conditions of each step; no conditions for a step that is no slice.</param>
internal sealed record LinePath(string Text, ImmutableArray<(string Name, string Conditions)> Steps)
{
    private static readonly string[] SingleValued = ["use", "system", "url", "code"];

    /// <summary>Reads a path as the filter does: a condition ends at its first closing bracket. What the loader would refuse is read somehow: it never comes to a comparison.</summary>
    public static LinePath Of(string text)
    {
        var steps = ImmutableArray.CreateBuilder<(string, string)>();
        var (start, conditions, isInside) = (0, -1, false);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == '.' && !isInside))
            {
                steps.Add(conditions < 0 ? (text[start..i], "") : (text[start..conditions], text[conditions..i]));
                (start, conditions) = (i + 1, -1);
            }
            else if (text[i] == '[' && !isInside)
            {
                (conditions, isInside) = (conditions < 0 ? i : conditions, true);
            }
            else
            {
                isInside &= text[i] != ']';
            }
        }

        return new LinePath(text, steps.ToImmutable());
    }

    /// <summary>The first so many steps.</summary>
    public string Prefix(int steps) => string.Join('.', Steps.Take(steps).Select(static s => s.Name + s.Conditions));

    /// <summary>True if a step of the first name may be the element of the second: itself, or the choice of which it is one type (<c>value</c> for <c>valueQuantity</c>).</summary>
    public static bool Names(string general, string name) =>
        name.StartsWith(general, StringComparison.Ordinal) && (name.Length == general.Length || char.IsAsciiLetterUpper(name[general.Length]));

    /// <summary>True if no value is in both slices: they fix a property that has one value to two.</summary>
    public static bool Exclude(string conditions, string others) =>
        Fixed(conditions).Any(one => Fixed(others).Any(other => one.Name == other.Name && one.Value != other.Value && SingleValued.Contains(one.Name)));

    private static IEnumerable<(string Name, string Value)> Fixed(string conditions) =>
        conditions.Split('[', ']').Select(static c => c.Split('=', 2)).Where(static c => c.Length == 2).Select(static c => (c[0], c[1]));
}
