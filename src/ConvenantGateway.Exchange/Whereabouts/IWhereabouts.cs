namespace ConvenantGateway.Exchange;

/// <summary>Keyed digests of where persons can be found, over all registers of the node: never shown, only compared. Written with <see cref="StoreWrites"/>. Thread safe.</summary>
public interface IWhereabouts
{
    /// <summary>What is known of a person; nothing for a person nobody knows.</summary>
    ValueTask<PersonWhereabouts> ReadAsync(PersonHandle handle, CancellationToken cancellation);
}
