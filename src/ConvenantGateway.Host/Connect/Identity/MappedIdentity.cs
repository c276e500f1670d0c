using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Connect;

/// <summary>The mapping of a connection under one policy set: made again when the set changes, so that a partner that leaves is nobody on its open connections too.</summary>
/// <param name="Snapshot">The policy set it was made under.</param>
/// <param name="Partner">The partner, or null.</param>
/// <param name="Officer">The officer, or null.</param>
internal sealed record MappedIdentity(PolicySnapshot Snapshot, Partner? Partner, Officer? Officer);
