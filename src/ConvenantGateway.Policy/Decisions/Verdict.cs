namespace ConvenantGateway.Policy;

/// <summary>The outcome of a decision.</summary>
public enum Verdict : byte
{
    /// <summary>Nothing may flow.</summary>
    Deny = 0,

    /// <summary>What each <see cref="BetrokkeneDecision"/> lists may flow.</summary>
    Permit = 1,
}
