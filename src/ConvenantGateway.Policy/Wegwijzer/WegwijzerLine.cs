namespace ConvenantGateway.Policy;

/// <summary>A step as it stands in its file: where, and where its answers point from.</summary>
internal sealed record WegwijzerLine(WegwijzerStep Step, Place Place, IReadOnlyList<Place> Next, IReadOnlyList<Place> Given);
