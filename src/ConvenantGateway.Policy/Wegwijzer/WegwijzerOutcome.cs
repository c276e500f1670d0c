using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Where a plan can end (domain.md 4.2). An outcome is advice. Immutable.</summary>
/// <param name="Code">E.g. <c>OUT-GO-CONSENT</c>.</param>
/// <param name="Title">Dutch, one line.</param>
/// <param name="English">The title in English.</param>
/// <param name="Advice">Dutch.</param>
/// <param name="AdviceEnglish">The advice in English.</param>
/// <param name="Grounds">The grounds for which it may serve as evidence; empty: for none.</param>
public sealed record WegwijzerOutcome(string Code, string Title, string English, string Advice, string AdviceEnglish, ImmutableArray<Ground> Grounds);
