using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>One record as the officer judges it: what becomes of it in the person's version and why. No other person's role or data.</summary>
/// <param name="Index">The number of the log line.</param>
/// <param name="When">The day.</param>
/// <param name="Movement">Which way.</param>
/// <param name="Counterpart">The organisation.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Rol">The betrokkene's own role, or that it cannot be told.</param>
/// <param name="Categories">Categories about the betrokkene that may be on paper.</param>
/// <param name="Becomes">What becomes of it.</param>
/// <param name="Articles">Under which articles; empty if it is shown as it is.</param>
/// <param name="Why">In plain Dutch.</param>
public sealed record JudgedRow(
    long Index, string When, string Movement, string Counterpart, string Purpose, string Rol, ImmutableArray<string> Categories, RowFate Becomes, ImmutableArray<string> Articles, string Why);
