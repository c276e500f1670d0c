namespace ConvenantGateway.Store;

/// <summary>Something that stands on one side only, or differs. Exactly one side is null where it stands on one side only.</summary>
/// <param name="Kind">What.</param>
/// <param name="Listed">The partner's side.</param>
/// <param name="Logged">The log's side.</param>
public sealed record Difference(DifferenceKind Kind, ListedReceipt? Listed, LoggedExchange? Logged);
