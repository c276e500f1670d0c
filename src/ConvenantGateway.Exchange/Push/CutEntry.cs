using System.Collections.Immutable;
using ConvenantGateway.Filter;

namespace ConvenantGateway.Exchange;

/// <summary>What filter and guard left of one entry.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Persons">Its betrokkenen.</param>
/// <param name="Body">What is left; null if the whole resource is withheld.</param>
/// <param name="Withheld">What was cut.</param>
internal sealed record CutEntry(IntakeEntry Entry, ImmutableArray<int> Persons, GuardedBody? Body, ImmutableArray<WithheldElement> Withheld);
