using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Policies;

/// <summary>
/// What must hold before a set is put in force. Results are kept by the digest of what the checks look at; a set that was activated under this very build need not be checked again. Thread safe.
/// </summary>
internal sealed class SetChecks(IReadOnlyList<IPolicyCheck> checks)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _results = new(StringComparer.Ordinal);
    private readonly string _name = $"{string.Join('+', checks.Select(static c => c.Name))}@{typeof(IPolicyCheck).Assembly.ManifestModule.ModuleVersionId:N}";

    /// <summary>The checks of every serving node: cases and proofs. One for the process, so that their results are shared.</summary>
    public static SetChecks Serving { get; } = new([new CasesCheck(), new ProofsCheck()]);

    /// <summary>Names the checks, the build of the engine and what they look at: stored with each activation.</summary>
    public string StampOf(PolicyFiles files) => $"{_name}:{PolicyDigests.OfRules(files)}";

    /// <summary>What does not hold; empty if all does.</summary>
    /// <param name="set">The set.</param>
    /// <param name="source">Loads it as if everybody had signed.</param>
    /// <param name="passed">The stamps of earlier activations.</param>
    public ImmutableArray<string> Failures(LoadedSet set, PolicySource source, IEnumerable<string> passed)
    {
        var stamp = StampOf(set.Files);
        return passed.Contains(stamp, StringComparer.Ordinal) ? [] : _results.GetOrAdd($"{source.Covenant} {stamp}", _ => Run(set.Files, source));
    }

    private ImmutableArray<string> Run(PolicyFiles files, PolicySource source) => source.LoadAssumed(files) is { } snapshot
        ? [.. checks.SelectMany(c => c.Failures(files, snapshot))]
        : ["CG-POLICY-902 the set does not load for its checks"];
}
