using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Policies;

/// <summary>What must hold before a set is put in force. Results are kept by the set's digest; a set that passed under this very build need not be checked again. Thread safe.</summary>
internal sealed class SetChecks(IReadOnlyList<IPolicyCheck> checks)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _results = new(StringComparer.Ordinal);

    /// <summary>The checks of a serving node. Proofs join here.</summary>
    public static IReadOnlyList<IPolicyCheck> All { get; } = [new CasesCheck()];

    /// <summary>Names these checks and this build of the engine: stored with each activation.</summary>
    public string Stamp { get; } = $"{string.Join('+', checks.Select(static c => c.Name))}@{typeof(IPolicyCheck).Assembly.ManifestModule.ModuleVersionId:N}";

    /// <summary>What does not hold; empty if all does.</summary>
    /// <param name="set">The set.</param>
    /// <param name="source">Loads it as if everybody had signed.</param>
    /// <param name="passed">The stamp under which it was activated before, or null.</param>
    public ImmutableArray<string> Failures(LoadedSet set, PolicySource source, string? passed) =>
        passed == Stamp ? [] : _results.GetOrAdd(set.Digests.Set, _ => Run(set.Files, source));

    private ImmutableArray<string> Run(PolicyFiles files, PolicySource source) => source.LoadAssumed(files) is { } snapshot
        ? [.. checks.SelectMany(c => c.Failures(files, snapshot))]
        : ["CG-POLICY-902 the set does not load for its checks"];
}
