namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>A table of lines that were taken up, wherever they come from.</summary>
/// <param name="Page">The page.</param>
/// <param name="Items">The newest act of each.</param>
internal sealed record WeekItemsTable(ConsolePage Page, IReadOnlyList<WeekItem> Items);
