namespace ConvenantGateway.Policy;

/// <summary>For whom a decision is explained.</summary>
public enum ExplainAudience : byte
{
    /// <summary>The asking side: learns what rules say, and nothing that depends on what a register holds.</summary>
    Asker = 0,

    /// <summary>The holder's own side, and officers who may see its record.</summary>
    Holder = 1,
}
