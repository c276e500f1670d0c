namespace ConvenantGateway.Audit;

/// <summary>What is known of a record type: one row of <c>docs/audit-events.md</c>.</summary>
/// <param name="Type">The type.</param>
/// <param name="When">When such a record is written.</param>
/// <param name="Caller">What stands as caller.</param>
/// <param name="Counterparty">What stands as counterparty; empty for nothing.</param>
/// <param name="Views">Who sees which values.</param>
/// <param name="Source">The provision that asks for it, or empty.</param>
public sealed record AuditEvent(RecordType Type, string When, string Caller, string Counterparty, string Views, string Source)
{
    /// <summary>The permanent name in leaves.</summary>
    public string Name => RecordTypeNames.NameOf(Type);
}
