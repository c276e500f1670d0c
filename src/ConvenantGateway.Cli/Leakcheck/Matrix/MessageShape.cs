namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>What is in a message.</summary>
/// <param name="IsSmall">Two persons, two categories and each type once.</param>
/// <param name="HasWorkflow">A ServiceRequest and a Task, which are not cut but refuse the whole.</param>
/// <param name="HasWhatIsHeld">Places, D05 and D11, for which a message of the police is held.</param>
internal readonly record struct MessageShape(bool IsSmall, bool HasWorkflow, bool HasWhatIsHeld);
