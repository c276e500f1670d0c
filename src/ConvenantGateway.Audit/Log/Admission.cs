namespace ConvenantGateway.Audit;

/// <summary>What became of an item that was brought to the <see cref="AppendQueue"/>.</summary>
internal enum Admission
{
    /// <summary>The queue is full or closed.</summary>
    Refused,

    /// <summary>The log's thread commits it.</summary>
    Queued,

    /// <summary>It was not added: its producer has the turn, commits it and ends the turn.</summary>
    Turn,
}
