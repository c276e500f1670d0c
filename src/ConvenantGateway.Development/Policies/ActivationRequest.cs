namespace ConvenantGateway.Development.Policies;

/// <summary>What an operator asks of a running node. Immutable.</summary>
/// <param name="Id">Names the answer.</param>
/// <param name="At">When it was asked: a node takes no request older than ten minutes.</param>
/// <param name="By">The system account that asks.</param>
/// <param name="Reason">Why; empty for none. Demanded for going back.</param>
/// <param name="BackTo">The digest of the stored set whose rules are wanted again; empty to activate the folder.</param>
public sealed record ActivationRequest(Guid Id, DateTimeOffset At, string By, string Reason, string BackTo);
