using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>A table of exchanges on a page.</summary>
/// <param name="Page">The page it stands on.</param>
/// <param name="Records">The records, newest first.</param>
/// <param name="Viewer">The organisation through whose eyes they are seen.</param>
internal sealed record ExchangeTable(ConsolePage Page, IReadOnlyList<VisibleRecord> Records, PartnerId Viewer);
