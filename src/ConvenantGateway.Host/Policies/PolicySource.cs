using System.Security.Cryptography.X509Certificates;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Exchange;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Policies;

/// <summary>Where the policy set comes from, and how it is loaded: files, overlay, anchors outside the folder.</summary>
internal sealed class PolicySource(string root, string? overlay, string covenant, IReadOnlyList<X509Certificate2> anchors, bool isDevelopment, TimeProvider time)
{
    /// <summary>Reads the files.</summary>
    public PolicyFiles Read() => PolicyFolder.Read(root, overlay);

    /// <summary>Loads and compiles; every error of every file at once.</summary>
    public (ActivePolicy? Policy, IReadOnlyList<PolicyError> Errors) Load()
    {
        PolicyFiles files;
        try
        {
            files = Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (null, [new PolicyError("CG-POLICY-900", "", 0, 0, $"the policy folder cannot be read: {e.GetType().Name}", null)]);
        }

        var result = PolicyLoader.Load(files, new PolicyLoadOptions
        {
            Covenant = covenant,
            Anchors = anchors,
            Now = time.GetUtcNow(),
            AllowReenactment = isDevelopment,
        });
        var errors = result.Errors.AddRange(ElementPathErrors.Of(result.ElementSources));
        return result.Snapshot is { } snapshot && errors.IsEmpty ? (new ActivePolicy(snapshot, new ResourceFilter(snapshot.Elements)), []) : (null, errors);
    }
}
