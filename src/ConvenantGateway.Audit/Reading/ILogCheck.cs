using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>What a node asks of its own log about itself. Thread safe.</summary>
public interface ILogCheck
{
    /// <summary>
    /// Verifies the newest stretch: every leaf hash from its bytes, search columns, views against what the leaves commit to, tiles, and the root against every signed checkpoint in it. Search entries by person that
    /// no view names are found by the whole verification only.
    /// </summary>
    /// <param name="stretch">How far back.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What was found; <see cref="LogVerification.TreeSize"/> is the size of the log, not of the stretch.</returns>
    ValueTask<LogVerification> CheckAsync(LogStretch stretch, CancellationToken cancellation);

    /// <summary>The verifier keys of the log, in the order in which they came.</summary>
    ValueTask<ImmutableArray<string>> KeysAsync(CancellationToken cancellation);

    /// <summary>The latest time that stands in any record, in milliseconds precision; null for an empty log.</summary>
    ValueTask<DateTimeOffset?> LatestTimeAsync(CancellationToken cancellation);
}
