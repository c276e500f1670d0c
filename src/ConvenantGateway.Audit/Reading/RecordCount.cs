namespace ConvenantGateway.Audit;

/// <summary>How many records of one kind a viewer has in one period.</summary>
/// <param name="Period">The period's place, 0 for that of the first edge.</param>
/// <param name="Type">The type.</param>
/// <param name="Caller">Who called.</param>
/// <param name="Counterparty">The counterparty, or empty.</param>
/// <param name="Outcome">The outcome as the caller saw it.</param>
/// <param name="Emergency">Emergency use.</param>
/// <param name="Count">How many records, 1 or more.</param>
public sealed record RecordCount(int Period, RecordType Type, string Caller, string Counterparty, string Outcome, bool Emergency, long Count);
