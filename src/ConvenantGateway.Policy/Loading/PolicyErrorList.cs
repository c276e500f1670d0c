using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Collects every error of a run. Not thread safe; lives for one load.</summary>
internal sealed class PolicyErrorList
{
    private readonly List<PolicyError> _errors = [];

    public bool IsEmpty => _errors.Count == 0;

    public void Add(string code, Place place, string message, string? suggestion = null) =>
        _errors.Add(new PolicyError(code, place.File, place.Line, place.Column, message, suggestion));

    /// <summary>In file and line order, each once.</summary>
    public ImmutableArray<PolicyError> ToImmutable() =>
    [
        .. _errors.Distinct()
            .OrderBy(e => e.File, StringComparer.Ordinal)
            .ThenBy(e => e.Line).ThenBy(e => e.Column).ThenBy(e => e.Code, StringComparer.Ordinal),
    ];
}
