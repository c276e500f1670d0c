using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Policies;

/// <summary>Holds the policy set in force. One reference, swapped whole; a request keeps the one it began with. Thread safe.</summary>
internal sealed class PolicyHolder(ActivePolicy first) : IActivePolicy
{
    private volatile ActivePolicy _current = first;
    private volatile string? _concern;

    /// <inheritdoc/>
    public ActivePolicy Current => _current;

    /// <summary>Why health is amber: the last activation was refused, the node stands on a stored set, signatures no longer count. Null if all is well. No case data.</summary>
    public string? Concern => _concern;

    /// <summary>Puts a set in force.</summary>
    /// <param name="next">The set.</param>
    /// <param name="concern">What an operator should know of it; null for nothing.</param>
    public void Swap(ActivePolicy next, string? concern = null)
    {
        _current = next;
        _concern = concern;
    }

    /// <summary>Keeps the last good set.</summary>
    public void KeepLastGood(string concern = "the last activation was refused, the last good policy set stays") => _concern = concern;
}
