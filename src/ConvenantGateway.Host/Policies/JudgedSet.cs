using System.Collections.Immutable;

namespace ConvenantGateway.Host.Policies;

/// <summary>Whether a candidate may be put in force. Immutable.</summary>
/// <param name="Set">The candidate with the signatures that count for it; null if refused.</param>
/// <param name="Narrows">The stored sets whose signatures it carries.</param>
/// <param name="IsBack">It is a way back: its rules or its identities were in force before the present ones.</param>
/// <param name="Errors">Why it is refused; empty on acceptance.</param>
internal sealed record JudgedSet(LoadedSet? Set, ImmutableArray<string> Narrows, bool IsBack, ImmutableArray<string> Errors)
{
    /// <summary>Refused.</summary>
    public static JudgedSet Refused(IEnumerable<string> errors) => new(null, [], false, [.. errors]);
}
