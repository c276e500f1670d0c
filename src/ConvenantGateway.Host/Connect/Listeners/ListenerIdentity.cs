namespace ConvenantGateway.Host.Connect;

/// <summary>The listener a connection came in on: a connection feature, so no header can change it.</summary>
/// <param name="Kind">Which.</param>
internal sealed record ListenerIdentity(ListenerKind Kind);
