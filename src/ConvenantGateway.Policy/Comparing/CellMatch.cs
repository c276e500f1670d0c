using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Which rules of a cell match at a point.</summary>
internal readonly record struct CellMatch(bool Permits, int Subset, int Ground, ImmutableArray<Obligation> Obligations)
{
    /// <summary>The evidence whose lack the matching rules warn of.</summary>
    public Evidence Warns { get; init; }
}
