using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Something that must hold before a set is put in force: its cases, the proofs. Pure, so that its result can be kept by digest; thread safe.</summary>
public interface IPolicyCheck
{
    /// <summary>A permanent name in kebab case, e.g. <c>cases</c>; another name means another check, and kept results no longer count.</summary>
    string Name { get; }

    /// <summary>What does not hold, one line each, naming rule or case and place; empty if all does.</summary>
    /// <param name="files">The set's files.</param>
    /// <param name="snapshot">The set, loaded with <see cref="PolicyLoadOptions.AssumeSigned"/>: what the rules say.</param>
    ImmutableArray<string> Failures(PolicyFiles files, PolicySnapshot snapshot);
}
