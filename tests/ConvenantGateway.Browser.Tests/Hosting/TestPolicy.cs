using System.Runtime.CompilerServices;
using ConvenantGateway.Exchange;
using ConvenantGateway.Filter;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Browser.Tests;

/// <summary>The repository's own rules under the re-enacted covenant.</summary>
internal sealed class TestPolicy : IActivePolicy
{
    private static readonly Lazy<ActivePolicy> Loaded = new(Load);

    public ActivePolicy Current => Loaded.Value;

    public static string RepositoryRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    private static ActivePolicy Load()
    {
        var result = PolicyLoader.Load(PolicyFolder.Read(Path.Combine(RepositoryRoot(), "policies"), null), new PolicyLoadOptions
        {
            Covenant = "modelconvenant-2009",
            Anchors = [],
            Now = DateTimeOffset.UtcNow,
            AllowReenactment = true,
            AssumeSigned = true,
        });
        var snapshot = result.Snapshot ?? throw new InvalidOperationException(string.Join('\n', result.Errors));
        return new ActivePolicy(snapshot, new ResourceFilter(snapshot.Elements));
    }
}
