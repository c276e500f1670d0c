using System.Diagnostics;

namespace ConvenantGateway.Audit;

/// <summary>
/// The right to commit, which one thread has at a time: made by <see cref="AppendQueue"/> only, given back by disposing. What is disposed without <see cref="Succeed"/> failed, also when an exception passes.
/// Used by the thread that has it.
/// </summary>
internal sealed class Turn(AppendQueue queue, List<PendingAppend> items) : IDisposable
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private bool _isGood;
    private bool _isEnded;

    /// <summary>What is to be committed; none: nobody came, the store may be tried. Valid until the turn ends.</summary>
    public List<PendingAppend> Items { get; } = items;

    /// <summary>The turn was good: the log takes records.</summary>
    public void Succeed() => _isGood = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isEnded)
        {
            _isEnded = true;
            queue.End(_isGood ? Items.Count : 0, Stopwatch.GetElapsedTime(_began));
        }
    }
}
