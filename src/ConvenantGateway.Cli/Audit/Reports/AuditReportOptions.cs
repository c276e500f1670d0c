namespace ConvenantGateway.Cli.Audit;

/// <summary>What <c>audit report</c> was asked.</summary>
/// <param name="Person">A file, or <c>-</c>.</param>
/// <param name="Viewer">The organisation that answers.</param>
/// <param name="Applicant"><c>self</c> or <c>representative</c>.</param>
/// <param name="Request">A file with the circumstances, or null.</param>
/// <param name="Out">A file to write, or null.</param>
/// <param name="Format"><c>text</c>, <c>json</c> or <c>html</c>.</param>
/// <param name="Database">The database file, or a connection string of PostgreSQL.</param>
/// <param name="Policies">The policy root.</param>
/// <param name="Covenant">The covenant.</param>
/// <param name="State">The node's own folder, where the database is on a server.</param>
internal sealed record AuditReportOptions(
    string Person, string Viewer, string Applicant, string? Request, string? Out, string Format, string Database, DirectoryInfo Policies, string Covenant, string State = "data");
