namespace ConvenantGateway.Exchange;

/// <summary>
/// One kind of exchange: reads what is asked (Exchange), decides it (Decide) and cuts it (Filter). It cannot release: it prepares an answer and the record of it. Thread safe.
/// </summary>
public interface IInteraction
{
    /// <summary>The word for it in records: <c>push</c>, <c>read</c>, <c>search</c>, <c>status</c>, <c>metadata</c>.</summary>
    string By { get; }

    /// <summary>True if its refusals are OperationOutcomes; false for problems (RFC 9457).</summary>
    bool IsFhir => true;

    /// <summary>What was asked, in words of the gateway only: a type, the names of listed parameters; never a value. Empty where nothing is asked. Stands as <c>asked</c> in every view of the record.</summary>
    string AskedOf(ExchangeCall call) => "";

    /// <summary>Prepares the answer. An exception is a failure: nothing leaves.</summary>
    ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation);
}
