using System.Collections.Immutable;
using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Development.Certificates;

/// <summary>
/// Signs in the name of everybody, which only a development world can: each party but the one that never signs, under every covenant, and the operator. Made anew when what is signed
/// changes.
/// </summary>
internal static class OverlaySignatures
{
    /// <summary>Signs what is not yet signed.</summary>
    public static void Write(DevelopmentWorld world, DateTimeOffset now, string root)
    {
        var files = Read(root, world.OverlayPath);
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(root, "covenant")))
        {
            SignCovenant(world, now, files, Path.GetFileName(folder));
        }

        using var certificate = world.LoadIdentity(DevelopmentNames.Operator);
        Keep(Path.Combine(world.OverlayPath, "operator.jws"), PolicySigner.SignOperator(files, certificate));
    }

    private static void SignCovenant(DevelopmentWorld world, DateTimeOffset now, PolicyFiles files, string covenant)
    {
        var options = new PolicyLoadOptions { Covenant = covenant, Anchors = [], Now = now, AllowReenactment = true };
        if (PolicyLoader.Load(files, options).Snapshot is not { } snapshot)
        {
            // Nobody signs a set with errors; whoever loads it will say what they are.
            return;
        }

        var directory = Path.Combine(world.OverlayPath, "covenant", covenant, "signatures");
        Directory.CreateDirectory(directory);
        foreach (var name in DevelopmentNames.All.Where(n => Signs(n, snapshot)))
        {
            using var certificate = world.LoadIdentity(name.Id);
            Keep(Path.Combine(directory, name.Id + ".jws"), PolicySigner.SignCovenant(files, covenant, PartnerId.Parse(name.Id), certificate));
        }
    }

    /// <summary>A signature of an expired or foreign certificate would not count: it would only be a warning at each start.</summary>
    private static bool Signs(DevelopmentName name, PolicySnapshot snapshot) =>
        name.Id != DevelopmentNames.NeverSigns
        && name.Flaw is not (CertificateFlaw.Expired or CertificateFlaw.UnknownAuthority)
        && snapshot.Covenant.Parties.Contains(PartnerId.Parse(name.Id));

    /// <summary>ECDSA signs differently each time: a signature over the same text by the same certificate stays as it is.</summary>
    private static void Keep(string path, string jws)
    {
        if (!File.Exists(path) || SignedPart(File.ReadAllText(path)) != SignedPart(jws))
        {
            ChangedFile.Write(path, Encoding.ASCII.GetBytes(jws));
        }
    }

    private static string SignedPart(string jws) => jws[..Math.Max(0, jws.LastIndexOf('.'))];

    private static PolicyFiles Read(params ReadOnlySpan<string> roots)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var root in roots)
        {
            foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            {
                var name = Path.GetRelativePath(root, path).Replace('\\', '/');
                if (!name.EndsWith(".md", StringComparison.Ordinal) && !name.EndsWith(".jws", StringComparison.Ordinal) && !name.Split('/').Any(static p => p.StartsWith('.')))
                {
                    files[name] = File.ReadAllBytes(path);
                }
            }
        }

        return new PolicyFiles(files.ToImmutable());
    }
}
