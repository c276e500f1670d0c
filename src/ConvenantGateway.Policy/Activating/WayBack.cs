using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>
/// Puts the rules of an older set in the place of the present ones. Only what the covenant's parties sign goes back, with its cases and signatures; who is who (partners, officers, pins, the
/// operator's signature) stays as it is now, or a key that was taken out because it was lost would be good again. Pure; thread safe.
/// </summary>
public static class WayBack
{
    private static readonly string[] Identity = ["partners/", "officers/", "pins/", "operator.jws"];

    /// <summary>The older rules with the present identities.</summary>
    public static PolicyFiles Compose(PolicyFiles older, PolicyFiles present) => new(
        older.Files.Where(static f => !IsIdentity(f.Key)).Concat(present.Files.Where(static f => IsIdentity(f.Key)))
            .ToImmutableSortedDictionary(static f => f.Key, static f => f.Value, StringComparer.Ordinal));

    private static bool IsIdentity(string path) => Array.Exists(Identity, i => path.StartsWith(i, StringComparison.Ordinal));
}
