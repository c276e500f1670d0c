using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>One value that stands nowhere else, and where it may turn up. Not thread safe.</summary>
/// <param name="Token">The value itself.</param>
/// <param name="Path">The element, FHIRPath without indexes, or the member of the token request.</param>
/// <param name="Home">The resource or request that it stands in.</param>
/// <param name="Fate">When it may go on.</param>
/// <param name="Category">The category for <see cref="CanaryFate.WithCategory"/>.</param>
internal sealed record Canary(string Token, string Path, CanaryHome Home, CanaryFate Fate, CategorySet Category)
{
    /// <summary>True if the home was given to this organisation and the element with it.</summary>
    public bool MayReach(string organisation) =>
        (Fate == CanaryFate.ToParties && Home.Sender == organisation)
        || (Home.Released.TryGetValue(organisation, out var released) && Fate switch
        {
            CanaryFate.WithResource or CanaryFate.ToParties => true,
            CanaryFate.WithCategory => !Category.IsEmpty && released.Contains(Category),
            CanaryFate.WithClass => !Home.Class.IsEmpty && released.Contains(Home.Class),
            _ => false,
        });
}
