using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>SMART system scopes (<c>system/Type.cruds</c>) that can only narrow (design.md 3.3).</summary>
public static class Scopes
{
    /// <summary>Reads the raw parameter; false if a scope is not <c>system/{Type}.{c|r|u|d|s}+</c> or names more than what exists here.</summary>
    public static bool TryRead(string? raw, out ImmutableArray<string> scopes)
    {
        scopes = [];
        if (string.IsNullOrWhiteSpace(raw))
        {
            return true;
        }

        var parts = raw.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
        {
            var dot = part.LastIndexOf('.');
            if (!part.StartsWith("system/", StringComparison.Ordinal) || dot <= 7 || dot == part.Length - 1
                || !part.AsSpan(7, dot - 7).ContainsOnlyLetters() || part.AsSpan(dot + 1).IndexOfAnyExcept("crs") >= 0)
            {
                return false;
            }
        }

        scopes = [.. parts];
        return true;
    }

    /// <summary>True if no scope narrows, or one covers the interaction.</summary>
    /// <param name="scopes">The token's scopes.</param>
    /// <param name="type">The resource type.</param>
    /// <param name="interaction"><c>c</c>, <c>r</c> or <c>s</c>.</param>
    public static bool Covers(ImmutableArray<string> scopes, string type, char interaction)
    {
        if (scopes.IsDefaultOrEmpty)
        {
            return true;
        }

        foreach (var scope in scopes)
        {
            var dot = scope.LastIndexOf('.');
            if (scope.AsSpan(7, dot - 7).SequenceEqual(type) && scope.AsSpan(dot + 1).Contains(interaction))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsOnlyLetters(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return true;
    }
}
