namespace ConvenantGateway.Exchange;

/// <summary>What every push needs. Thread safe.</summary>
/// <param name="Intake">Reads the Bundle.</param>
/// <param name="Resources">Resolves references to earlier pushes.</param>
/// <param name="Transactions">Finds first answers.</param>
/// <param name="Evidence">Reads what the token rests on.</param>
/// <param name="Handles">Names persons.</param>
/// <param name="Whereabouts">Knows addresses by digest.</param>
/// <param name="Guard">Passes what leaves.</param>
/// <param name="Stops">Counts what it stopped.</param>
public sealed record PushParts(
    IIntake Intake, IResourceStore Resources, ITransactions Transactions, EvidenceOfToken Evidence, IPersonHandles Handles, IWhereabouts Whereabouts, SafeContactGuard Guard, StopBudget Stops);
