namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>What one resource is to be.</summary>
/// <param name="Home">Where its canaries live; its class is that of the resource.</param>
/// <param name="Subject">The <c>fullUrl</c> of the person it is about.</param>
/// <param name="Reason">The <c>fullUrl</c> of what a request gives as its reason, or null.</param>
/// <param name="Variant">Which type each choice takes, and whether a slice or the rest of an element that stands once.</param>
/// <param name="IsDeep">Fill <c>_x</c>, extensions and <c>contained</c> too; false for a resource that is only its content.</param>
internal sealed record FillPlan(CanaryHome Home, string Subject, string? Reason, int Variant, bool IsDeep);
