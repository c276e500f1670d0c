using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Values about one person that a viewer's log still holds in one class.</summary>
/// <param name="Viewer">The viewer.</param>
/// <param name="Person">The person's blind value, lower-case hex.</param>
/// <param name="Retention">The class.</param>
/// <param name="Last">The newest record: the term counts from here.</param>
/// <param name="Records">How many records.</param>
public sealed record KeptValues(string Viewer, string Person, RetentionClass Retention, DateTimeOffset Last, int Records);
