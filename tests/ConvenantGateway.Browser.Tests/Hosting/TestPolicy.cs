using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using ConvenantGateway.Exchange;
using ConvenantGateway.Filter;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Browser.Tests;

/// <summary>The repository's own rules under the re-enacted covenant.</summary>
internal sealed class TestPolicy : IActivePolicy
{
    /// <summary>A second officer of the same organisation.</summary>
    public const string Deputy = "fg2-ashg-noord";

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
        var loaded = result.Snapshot ?? throw new InvalidOperationException(string.Join('\n', result.Errors));
        var deputy = loaded.Officers["fg-ashg-noord"] with { Id = Deputy, Name = "Waarnemend functionaris ASHG Noord", CertificateSubject = $"CN={Deputy}, O=ASHG Noord, C=NL" };
        var snapshot = loaded with { Officers = loaded.Officers.Append(KeyValuePair.Create(Deputy, deputy)).ToFrozenDictionary() };
        return new ActivePolicy(snapshot, new ResourceFilter(snapshot.Elements));
    }
}
