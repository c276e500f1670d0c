namespace ConvenantGateway.Exchange;

/// <summary>What every push needs. Thread safe.</summary>
/// <param name="Intake">Reads the Bundle.</param>
/// <param name="Resources">Resolves references to earlier pushes.</param>
/// <param name="Transactions">Finds first answers.</param>
/// <param name="Evidence">Reads what the token rests on.</param>
/// <param name="Handles">Names persons.</param>
public sealed record PushParts(IIntake Intake, IResourceStore Resources, ITransactions Transactions, EvidenceOfToken Evidence, IPersonHandles Handles);
