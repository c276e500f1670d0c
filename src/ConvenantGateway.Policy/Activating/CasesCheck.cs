using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Every case of <c>cases/</c> that is written for the covenant, or for the law alone, comes out as it says.</summary>
public sealed class CasesCheck : IPolicyCheck
{
    /// <inheritdoc/>
    public string Name => "cases";

    /// <inheritdoc/>
    public ImmutableArray<string> Failures(PolicyFiles files, PolicySnapshot snapshot)
    {
        var law = PolicyLoader.LoadStatute(files).Snapshot;
        var outcomes = CaseRun.Run(files, snapshot).AddRange(law is null ? [] : CaseRun.Run(files, law));
        return [.. outcomes.SelectMany(static o => o.Differences.Select(d => $"{o.File}:{o.Line}:1: CG-POLICY-902 the case `{o.Id}` comes out otherwise: {d}"))];
    }
}
