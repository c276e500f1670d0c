namespace ConvenantGateway.Exchange;

/// <summary>One column of a projection: what it is called, what asks for it, what of the record it is. Immutable.</summary>
/// <param name="Name">The permanent name: the head of the CSV column, the member of the JSON line.</param>
/// <param name="Asked">What the norm or article asks for.</param>
/// <param name="Source">The field of the record or of the view.</param>
/// <param name="Of">The text of a row; empty for nothing.</param>
public sealed record ProjectionColumn(string Name, string Asked, string Source, Func<ProjectionRow, string> Of);
