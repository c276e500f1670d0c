namespace ConvenantGateway.Cli.Audit;

/// <summary>What it is made of.</summary>
/// <param name="Database">The database file, or a connection string of PostgreSQL.</param>
/// <param name="Policies">The policy root.</param>
/// <param name="Covenant">The covenant id.</param>
internal sealed record ProjectionSources(string Database, string Policies, string Covenant);
