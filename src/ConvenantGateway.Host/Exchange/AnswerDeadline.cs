namespace ConvenantGateway.Host.Exchange;

/// <summary>
/// The fixed deadline of answers that say "absent": 50 ms after receipt, or the next multiple (design.md 3.2), so that time does not tell what the register held. Thread safe.
/// </summary>
internal sealed class AnswerDeadline(TimeProvider time)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private sealed record Arrival(long Timestamp);

    /// <summary>Marks the arrival of a request.</summary>
    public void Mark(HttpContext context) => context.Features.Set(new Arrival(time.GetTimestamp()));

    /// <summary>Waits for the next multiple of 50 ms after arrival.</summary>
    public async Task WaitAsync(HttpContext context)
    {
        var elapsed = time.GetElapsedTime(context.Features.Get<Arrival>()?.Timestamp ?? time.GetTimestamp());
        var steps = (elapsed.Ticks / Step.Ticks) + 1;
        await Task.Delay(TimeSpan.FromTicks(steps * Step.Ticks) - elapsed, time, context.RequestAborted);
    }
}
