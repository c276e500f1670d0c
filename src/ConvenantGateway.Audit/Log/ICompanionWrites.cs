namespace ConvenantGateway.Audit;

/// <summary>Writes that must share the record's transaction. A marker: the log passes it to the store untouched.</summary>
#pragma warning disable CA1040 // A marker is what it is: the log must not know what the store stores.
public interface ICompanionWrites;
#pragma warning restore CA1040
