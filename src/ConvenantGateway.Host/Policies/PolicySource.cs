using System.Collections.Immutable;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Exchange;
using ConvenantGateway.Filter;
using ConvenantGateway.Host.Connect;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Policies;

/// <summary>Where the policy set comes from, and how it is loaded: files, overlay, and outside both the anchors, the revocation lists and the operator's name.</summary>
internal sealed class PolicySource(string root, string? overlay, string covenant, TlsMaterialHolder trust, string? operatorSubject, bool isDevelopment, TimeProvider time)
{
    /// <summary>The covenant in force.</summary>
    public string Covenant => covenant;

    /// <summary>Reads the folder and loads it; every error of every file at once.</summary>
    public (LoadedSet? Set, ImmutableArray<string> Errors) Load()
    {
        try
        {
            return Load(PolicyFolder.Read(root, overlay));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (null, [$"CG-POLICY-900 the policy folder cannot be read: {(e is InvalidDataException ? e.Message : e.GetType().Name)}"]);
        }
    }

    /// <summary>Loads files, from the folder or from the stored sets, by the same rules.</summary>
    public (LoadedSet? Set, ImmutableArray<string> Errors) Load(PolicyFiles files)
    {
        var result = PolicyLoader.Load(files, Options());
        var errors = result.Errors.AddRange(ElementPathErrors.Of(result.ElementSources));
        return result.Snapshot is { } snapshot && errors.IsEmpty
            ? (new LoadedSet(files, PolicyDigests.Of(files, covenant), new ActivePolicy(snapshot, new ResourceFilter(snapshot.Elements)), result.Warnings), [])
            : (null, [.. errors.Select(static e => e.ToString())]);
    }

    /// <summary>What the rules say, for the checks: as if every party had signed. Never served.</summary>
    public PolicySnapshot? LoadAssumed(PolicyFiles files) => PolicyLoader.Load(files, Options() with { AssumeSigned = true }).Snapshot;

    /// <summary>How sets are loaded and signatures judged at this moment, by the trust in force.</summary>
    public PolicyLoadOptions Options()
    {
        var (now, material) = (time.GetUtcNow(), trust.Current);
        return new PolicyLoadOptions
        {
            Covenant = covenant,
            Anchors = [.. material.Anchors],
            Now = now,
            SignerRefusal = signer => material.Revocation.Refusal(signer, now),
            OperatorSubject = operatorSubject,
            AllowReenactment = isDevelopment,
        };
    }
}
