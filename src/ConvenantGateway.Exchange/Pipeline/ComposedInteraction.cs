namespace ConvenantGateway.Exchange;

/// <summary>An answer that was composed before the pipeline: discovery, receipts, checkpoints, tiles. It is recorded like every other. One instance per request.</summary>
/// <param name="by">The word for it in records.</param>
/// <param name="status">HTTP status.</param>
/// <param name="body">The body.</param>
internal sealed class ComposedInteraction(string by, int status, ReadOnlyMemory<byte> body) : IInteraction
{
    /// <inheritdoc/>
    public string By => by;

    /// <inheritdoc/>
    public ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation) => ValueTask.FromResult(new PreparedAnswer
    {
        Status = status,
        Body = new ReleasableBody.Composed(body),
        Record = new AnswerRecord { Outcome = "released", Views = [Views.OfCaller(call, [])] },
    });
}
