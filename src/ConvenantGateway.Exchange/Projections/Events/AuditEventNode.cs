namespace ConvenantGateway.Exchange;

/// <summary>Where AuditEvents stand: the log that they come from, the addresses that they name, and their ids. Immutable.</summary>
/// <param name="Log">The log's name: that of its verifier key.</param>
/// <param name="Root">The public base, without a slash at the end.</param>
/// <param name="IdOf">The id of the event of a log index and place.</param>
internal sealed record AuditEventNode(string Log, string Root, Func<long, int, string> IdOf)
{
    /// <summary>The FHIR address of an organisation on this node.</summary>
    public string AddressOf(string organisation) => $"{Root}/{organisation}/fhir";
}
