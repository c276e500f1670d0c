namespace ConvenantGateway.Policy;

/// <summary>Who takes the initiative and how: <c>by</c> in a rule (design.md section 5).</summary>
public enum Initiative : byte
{
    /// <summary>Not said: no rule matches.</summary>
    None = 0,

    /// <summary>The holder sends of its own accord: a transaction Bundle.</summary>
    Push = 1,

    /// <summary>The receiver reads one resource.</summary>
    Read = 2,

    /// <summary>The receiver searches.</summary>
    Search = 3,

    /// <summary>The receiver asks the shared case status.</summary>
    Status = 4,
}
