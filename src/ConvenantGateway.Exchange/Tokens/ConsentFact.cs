namespace ConvenantGateway.Exchange;

/// <summary>A consent that was checked.</summary>
/// <param name="Person">The handle, hex.</param>
/// <param name="Categories">The category mask.</param>
internal sealed record ConsentFact(string Person, uint Categories);
