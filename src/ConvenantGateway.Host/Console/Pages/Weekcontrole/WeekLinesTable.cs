namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The table of one list on the Weekcontrole.</summary>
/// <param name="Page">The page.</param>
/// <param name="List">The list.</param>
internal sealed record WeekLinesTable(WeekPage Page, WeekListTitle List);
