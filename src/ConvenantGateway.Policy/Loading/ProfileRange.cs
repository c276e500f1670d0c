using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>profiles: { from, until }</c>: <c>until</c> is the first profile in which it no longer holds. Absent means all.</summary>
internal static class ProfileRange
{
    /// <summary>Bit n for the n-th profile.</summary>
    public static uint Read(YamlMap line, ImmutableArray<Profile> profiles, PolicyErrorList errors)
    {
        var all = profiles.Length >= 32 ? uint.MaxValue : (1u << profiles.Length) - 1;
        if (line.Map("profiles") is not { } map)
        {
            return all;
        }

        var codes = profiles.Select(p => p.Code).ToList();
        var from = map.Code("from", codes, "profile", required: false);
        var until = map.Code("until", codes, "profile", required: false);
        map.Done();
        var first = from is null ? 0 : codes.IndexOf(from);
        var end = until is null ? codes.Count : codes.IndexOf(until);
        if (end <= first)
        {
            errors.Add(PolicyErrorCodes.WrongShape, map.Place, "no profile lies between `from` and `until`", "`until` is the first profile in which the rule no longer holds");
            return 0;
        }

        var mask = 0u;
        for (var i = first; i < end; i++)
        {
            mask |= 1u << i;
        }

        return mask;
    }
}
