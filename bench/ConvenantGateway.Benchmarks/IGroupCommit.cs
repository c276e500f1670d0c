namespace ConvenantGateway.Benchmarks;

/// <summary>An engine's own group commit.</summary>
internal interface IGroupCommit : IDisposable
{
    /// <summary>What the table calls it.</summary>
    string Name { get; }

    /// <summary>Queues rows; completes after the sync.</summary>
    Task AppendAsync(EngineRows rows);
}
