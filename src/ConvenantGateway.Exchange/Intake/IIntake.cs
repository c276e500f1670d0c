namespace ConvenantGateway.Exchange;

/// <summary>Reads what partners push: STRICT, classified into columns. The FHIR SDK lives behind this. Thread safe; never throws for input.</summary>
public interface IIntake
{
    /// <summary>Reads a transaction Bundle.</summary>
    IntakeResult ReadTransaction(ReadOnlyMemory<byte> body, IntakeContext context);
}
