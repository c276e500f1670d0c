namespace ConvenantGateway.Development.Stories;

/// <summary>A line of the log as an officer sees it.</summary>
/// <param name="Transaction">The exchange, as <c>Fsc-Transaction-Id</c> named it.</param>
/// <param name="Outcome">E.g. <c>stored</c>, <c>held</c>, <c>refused</c>, <c>absent</c>.</param>
/// <param name="Summary">One line in Dutch for the report; no person's name.</param>
public sealed record StoryRecord(Guid Transaction, string Outcome, string Summary);
