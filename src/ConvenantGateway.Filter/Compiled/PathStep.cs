namespace ConvenantGateway.Filter;

/// <summary>One step of an element path: a name and the fixed values of its slice.</summary>
/// <param name="Name">Element name, without brackets.</param>
/// <param name="Conditions">In the order written; empty for no slice.</param>
internal sealed record PathStep(string Name, SliceCondition[] Conditions)
{
    /// <summary>The path as it is written.</summary>
    public static string Text(IEnumerable<PathStep> steps) => string.Join('.', steps.Select(static s => s.Name + string.Concat(s.Conditions.Select(static c => $"[{c.Child}={c.Value}]"))));

    /// <summary>Reads <c>identifier[system=http://…].value</c>; null if it is not a path.</summary>
    public static List<PathStep>? ReadAll(string path)
    {
        var steps = new List<PathStep>();
        var at = 0;
        while (at < path.Length)
        {
            var end = path.AsSpan(at).IndexOfAny('.', '[');
            end = end < 0 ? path.Length : at + end;
            var name = path[at..end];
            if (name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit))
            {
                return null;
            }

            var conditions = new List<SliceCondition>();
            while (end < path.Length && path[end] == '[')
            {
                var close = path.IndexOf(']', end);
                var equals = path.IndexOf('=', end);
                if (close < 0 || equals < 0 || equals > close || equals == end + 1 || close == equals + 1)
                {
                    return null;
                }

                conditions.Add(new SliceCondition(path[(end + 1)..equals], path[(equals + 1)..close]));
                end = close + 1;
            }

            steps.Add(new PathStep(name, [.. conditions]));
            if (end == path.Length)
            {
                return steps;
            }

            if (path[end] != '.')
            {
                return null;
            }

            at = end + 1;
        }

        return null;
    }
}
