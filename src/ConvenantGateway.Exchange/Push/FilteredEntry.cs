using System.Collections.Immutable;
using ConvenantGateway.Filter;

namespace ConvenantGateway.Exchange;

/// <summary>What the filter left of one entry; the guard has still to pass it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Persons">Its betrokkenen.</param>
/// <param name="Body">What is left; null if the whole resource is withheld.</param>
/// <param name="Withheld">What was cut.</param>
internal sealed record FilteredEntry(IntakeEntry Entry, ImmutableArray<int> Persons, FilteredBody? Body, ImmutableArray<WithheldElement> Withheld);
