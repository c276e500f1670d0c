using System.Collections.Immutable;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The values of one kind, one for each label of a plot.</summary>
/// <param name="Name">What is counted, in the page's language.</param>
/// <param name="Fill">How its bars are told apart, also without colour.</param>
/// <param name="Values">0 or more each.</param>
internal sealed record PlotSeries(string Name, PlotFill Fill, ImmutableArray<long> Values);
