namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>A list of the Weekcontrole by name. The id stands in records and never changes.</summary>
/// <param name="Id">The permanent name, kebab case.</param>
/// <param name="Title">The heading, in Dutch.</param>
/// <param name="Purpose">What it is for, one Dutch sentence with the article.</param>
/// <param name="Covers">Which entries of the officer's lists it answers, for the documentation.</param>
internal sealed record WeekListTitle(string Id, string Title, string Purpose, string Covers);
