using System.Collections.Immutable;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>One step of an element path: a name, and the values that an item must have (<c>identifier[system=…]</c>).</summary>
internal sealed record LineStep(string Name, ImmutableArray<(string Child, string Value)> Conditions)
{
    /// <summary>The conditions as text: equal for equal slices.</summary>
    public string Slice => string.Join('&', Conditions.Select(static c => $"{c.Child}={c.Value}"));

    /// <summary>The steps of a path of <c>policies/elements</c>; written anew here, so that a fault in the filter's own reading is seen.</summary>
    public static ImmutableArray<LineStep> ReadAll(string path)
    {
        var steps = ImmutableArray.CreateBuilder<LineStep>();
        var rest = path;
        while (rest.Length > 0)
        {
            var end = rest.IndexOfAny(['.', '[']);
            var name = end < 0 ? rest : rest[..end];
            rest = end < 0 ? "" : rest[end..];
            var conditions = ImmutableArray.CreateBuilder<(string, string)>();
            while (rest.StartsWith('['))
            {
                var close = rest.IndexOf(']', StringComparison.Ordinal);
                var equals = rest.IndexOf('=', StringComparison.Ordinal);
                conditions.Add((rest[1..equals], rest[(equals + 1)..close]));
                rest = rest[(close + 1)..];
            }

            steps.Add(new LineStep(name, conditions.ToImmutable()));
            rest = rest.TrimStart('.');
        }

        return steps.ToImmutable();
    }
}
