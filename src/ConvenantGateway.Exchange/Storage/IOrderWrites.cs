namespace ConvenantGateway.Exchange;

/// <summary>What the store itself writes with a record of an operator's order. A marker: it passes through untouched.</summary>
#pragma warning disable CA1040 // A marker is what it is: only the store knows what an order writes.
public interface IOrderWrites;
#pragma warning restore CA1040
