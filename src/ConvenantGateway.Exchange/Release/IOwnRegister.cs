using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// An organisation's own register and inbox, read by a person of that organisation on the console: the same pipeline as <c>/{self}/fhir</c>, rule <c>SELF</c>, so that content
/// reaches a screen only when it was decided, filtered and recorded (design.md 3.2, promise 1). Thread safe.
/// </summary>
public interface IOwnRegister
{
    /// <summary>
    /// Reads what the query names, as the covenant lets this officer see it, and records the read before it returns: one leaf, whatever the number of resources, none included.
    /// </summary>
    /// <param name="organisation">Whose register; must equal <see cref="ResourceQuery.Register"/>.</param>
    /// <param name="officer">The slug of the person who reads: the record's caller, and the <c>actor.id</c> for named-officer content.</param>
    /// <param name="query">What to read. With <see cref="ResourceQuery.Transaction"/> an empty <see cref="ResourceQuery.Type"/> means every type.</param>
    /// <param name="cancellation">Stops the read, not the record once it is begun.</param>
    /// <returns>What may be shown; empty for nothing there and for nothing allowed alike.</returns>
    /// <exception cref="Audit.AuditUnavailableException">The record could not be made durable: nothing was released.</exception>
    ValueTask<OwnRegisterRead> ReadAsync(PartnerId organisation, string officer, ResourceQuery query, CancellationToken cancellation);
}
