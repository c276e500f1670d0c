using System.Collections.Immutable;

namespace ConvenantGateway.Store;

/// <summary>What came of an order.</summary>
/// <param name="Id">The order.</param>
/// <param name="Outcome"><c>done</c>, <c>nothing</c> (there was nothing to do), <c>refused</c> (a hold stops it, or it is not valid) or <c>failed</c> (it could not be made durable).</param>
/// <param name="Index">The index of its record; -1 without one.</param>
/// <param name="Lines">What to tell the operator; without values.</param>
public sealed record LogOrderReport(Guid Id, string Outcome, long Index, ImmutableArray<string> Lines);
