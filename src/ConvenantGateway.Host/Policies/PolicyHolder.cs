using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Policies;

/// <summary>Holds the policy set in force. One reference, swapped whole; a request keeps the one it began with. Thread safe.</summary>
internal sealed class PolicyHolder(ActivePolicy first) : IActivePolicy
{
    private volatile ActivePolicy _current = first;

    /// <inheritdoc/>
    public ActivePolicy Current => _current;

    /// <summary>True if the last activation was refused: the last good set stays, health is amber.</summary>
    public bool LastActivationFailed { get; private set; }

    /// <summary>Puts a set in force.</summary>
    public void Swap(ActivePolicy next)
    {
        _current = next;
        LastActivationFailed = false;
    }

    /// <summary>Keeps the last good set.</summary>
    public void KeepLastGood() => LastActivationFailed = true;
}
