using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>A request for a person report as it was found: one that can be read, or what an erasure left of it. Immutable.</summary>
/// <param name="Id">The request.</param>
/// <param name="Received">When it came in, UTC.</param>
/// <param name="File">The request at its newest revision; null if it was erased.</param>
/// <param name="Erased">Under which rule it was erased, with the index of the tombstone; null if it was not. Either this or <paramref name="File"/>.</param>
public sealed record StoredPersonReport(Guid Id, DateTimeOffset Received, PersonReportFile? File, ErasureMark? Erased);
