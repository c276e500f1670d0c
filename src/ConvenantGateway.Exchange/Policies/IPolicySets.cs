using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Every policy set that was ever in force, whole. Rows are only ever added, in the transaction of the record that says so. Thread safe.</summary>
public interface IPolicySets
{
    /// <summary>The activations, oldest first.</summary>
    /// <param name="covenant">Of one covenant; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InvalidDataException">A row is not what its record in the log says.</exception>
    ValueTask<ImmutableArray<PolicySetActivation>> ListAsync(string? covenant, CancellationToken cancellation);

    /// <summary>The files of a set, verified: every digest is recomputed. Null if no set has this digest.</summary>
    /// <exception cref="InvalidDataException">The stored bytes are not those that were activated.</exception>
    ValueTask<PolicyFiles?> FindAsync(string set, CancellationToken cancellation);
}
