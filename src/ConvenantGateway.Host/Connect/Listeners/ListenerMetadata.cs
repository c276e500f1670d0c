namespace ConvenantGateway.Host.Connect;

/// <summary>The listener an endpoint belongs to.</summary>
/// <param name="Kind">Which.</param>
internal sealed record ListenerMetadata(ListenerKind Kind);
