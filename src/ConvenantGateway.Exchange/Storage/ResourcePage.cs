using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>A page of resources in order of arrival.</summary>
/// <param name="Resources">The resources.</param>
/// <param name="Next">Pass as <see cref="ResourceQuery.After"/>; null on the last page.</param>
public sealed record ResourcePage(ImmutableArray<StoredResource> Resources, long? Next);
