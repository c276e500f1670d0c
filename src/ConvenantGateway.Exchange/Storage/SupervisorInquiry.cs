using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>An inquiry of the supervisor: opens the records of the named organisations until its end (domain.md 10.6, 23).</summary>
/// <param name="Number">The inquiry number.</param>
/// <param name="Officer">The supervisor's slug.</param>
/// <param name="Organisations">The scope.</param>
/// <param name="Until">The end.</param>
public sealed record SupervisorInquiry(string Number, string Officer, ImmutableArray<PartnerId> Organisations, DateTimeOffset Until);
