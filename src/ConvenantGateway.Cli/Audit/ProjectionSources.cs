namespace ConvenantGateway.Cli.Audit;

/// <summary>What it is made of.</summary>
/// <param name="Database">The database file, or a connection string of PostgreSQL.</param>
/// <param name="Policies">The policy root.</param>
/// <param name="Covenant">The covenant id.</param>
/// <param name="State">The node's own folder, where the database is on a server.</param>
internal sealed record ProjectionSources(string Database, string Policies, string Covenant, string State = "data");
