using System.Collections.Immutable;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>The stored policy sets of a serving node.</summary>
internal sealed class ServedPolicySets(ReaderPool readers) : IPolicySets
{
    /// <inheritdoc/>
    public ValueTask<ImmutableArray<PolicySetActivation>> ListAsync(string? covenant, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read(covenant, static (database, named) => PolicySetReader.List(database, named)));
    }

    /// <inheritdoc/>
    public ValueTask<PolicyFiles?> FindAsync(string set, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read(set, static (database, digest) => PolicySetReader.Find(database, digest)));
    }
}
