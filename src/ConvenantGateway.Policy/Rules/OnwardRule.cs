using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>What binds passing on received data of one label (<c>onward.yaml</c>; domain.md 5.5). Immutable.</summary>
/// <param name="Origin">The label: a single flag.</param>
/// <param name="Title">Plain Dutch.</param>
/// <param name="Never">What is never passed on.</param>
/// <param name="Evidence">What must be shown; lacking any of it, nothing of this label flows.</param>
/// <param name="WithinArticle20">Only to a receiver that an article 20 decision lists (Wpg 7(2)).</param>
/// <param name="Sources">The articles.</param>
internal sealed record OnwardRule(DataOrigins Origin, string Title, CategorySet Never, Evidence Evidence, bool WithinArticle20, ImmutableArray<LawReference> Sources);
