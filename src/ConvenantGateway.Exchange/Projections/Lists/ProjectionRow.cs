namespace ConvenantGateway.Exchange;

/// <summary>One row to be written: a record, and the betrokkene that the row is about.</summary>
/// <param name="Seen">The record as its viewer sees it.</param>
/// <param name="Place">The place of the betrokkene; below 0 for a row about all of them.</param>
/// <param name="Words">The names.</param>
public sealed record ProjectionRow(ProjectedRecord Seen, int Place, ProjectionWords Words);
