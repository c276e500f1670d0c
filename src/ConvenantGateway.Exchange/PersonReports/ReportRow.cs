using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>One exchange as the person reads it. Words only.</summary>
/// <param name="When">The day, or the month.</param>
/// <param name="Movement">Which way.</param>
/// <param name="Counterpart">A name, or a category of recipient or origin.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Articles">Its articles.</param>
/// <param name="Categories">The categories of data about the betrokkene.</param>
/// <param name="Derived">Which columns were derived.</param>
public sealed record ReportRow(
    string When, string Movement, string Counterpart, string Purpose, string Ground, ImmutableArray<string> Articles, ImmutableArray<string> Categories, ImmutableArray<string> Derived);
