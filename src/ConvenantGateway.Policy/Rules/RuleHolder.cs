namespace ConvenantGateway.Policy;

/// <summary>How the holder of a pull releases (<c>holder</c> in a rule).</summary>
internal enum RuleHolder : byte
{
    /// <summary>Not an answer: a push, or the question of a pull.</summary>
    None = 0,

    /// <summary>Released beforehand by a named professional.</summary>
    Standing = 1,

    /// <summary>Becomes a task that a professional answers by push.</summary>
    PerRequest = 2,
}
