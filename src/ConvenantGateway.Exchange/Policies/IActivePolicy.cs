namespace ConvenantGateway.Exchange;

/// <summary>The policy set in force. Thread safe; activation swaps one reference.</summary>
public interface IActivePolicy
{
    /// <summary>The set in force now.</summary>
    ActivePolicy Current { get; }
}
