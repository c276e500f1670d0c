namespace ConvenantGateway.Policy;

/// <summary>A ground and the evidence it demands of the asker (<c>grounds.yaml</c>).</summary>
/// <param name="Ground">The code.</param>
/// <param name="Title">Plain Dutch.</param>
/// <param name="Demands">What must be shown, all of it.</param>
/// <param name="DemandsAbout">True if <c>about</c> is required: the token then finds nobody else.</param>
public sealed record GroundDefinition(Ground Ground, string Title, Evidence Demands, bool DemandsAbout);
