using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Development.Certificates;

/// <summary>
/// The certificates and the policy overlay of the development world, in one directory that is never committed. Made per clone, reused while valid.
/// Safe to call from several processes at once; instances are immutable and thread safe.
/// </summary>
public sealed class DevelopmentWorld
{
    /// <summary>The password of every <c>.p12</c> file.</summary>
    public const string Password = "dev";

    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(1);

    private DevelopmentWorld(string directory) => Root = directory;

    /// <summary>The directory, absolute.</summary>
    public string Root { get; }

    /// <summary>The anchor, PEM.</summary>
    public string AnchorPath => Path.Combine(Root, "ca.crt");

    /// <summary>The revocation list, DER.</summary>
    public string RevocationListPath => Path.Combine(Root, "ca.crl");

    /// <summary>The server's certificate, PEM.</summary>
    public string ServerCertificatePath => CertificatePath("server");

    /// <summary>The server's key, PKCS#8 PEM.</summary>
    public string ServerKeyPath => KeyPath("server");

    /// <summary>The overlay: a second policy root with pins and signatures.</summary>
    public string OverlayPath => Path.Combine(Root, "policies");

    /// <summary>Makes what is missing, incomplete or within a day of expiry; leaves a valid world untouched.</summary>
    /// <param name="directory">Usually <c>certs-dev</c>; created if absent.</param>
    /// <param name="now">The real clock's instant.</param>
    /// <param name="policies">The policy root whose covenants are signed in the overlay; null to make no signatures.</param>
    /// <param name="addressHash">Hashes the shelter's address under the region key; null to leave what the overlay says of it.</param>
    /// <exception cref="IOException">A file could not be written.</exception>
    public static DevelopmentWorld Ensure(string directory, DateTimeOffset now, string? policies = null, Func<string, string>? addressHash = null)
    {
        var world = new DevelopmentWorld(Path.GetFullPath(directory));
        Directory.CreateDirectory(world.Root);
        using var alone = DirectoryLock.Take(world.Root);
        if (!world.IsUsable(now))
        {
            WorldMaker.Make(world, now);
        }

        OverlayWriter.Write(world, now, policies, addressHash);
        return world;
    }

    /// <summary>The certificate of a name, PEM.</summary>
    public string CertificatePath(string name) => Path.Combine(Root, name + ".crt");

    /// <summary>The key of a name, PKCS#8 PEM, readable by its owner only.</summary>
    public string KeyPath(string name) => Path.Combine(Root, name + ".key");

    /// <summary>Certificate, key and anchor of a name, PKCS#12 with <see cref="Password"/>.</summary>
    public string Pkcs12Path(string name) => Path.Combine(Root, name + ".p12");

    /// <summary>The key with which a name co-signs checkpoints, readable by its owner only; there for <see cref="DevelopmentNames.Witnesses"/>.</summary>
    public string WitnessKeyPath(string name) => Path.Combine(Root, name + ".witness");

    /// <summary>Loads the anchor. The caller disposes it.</summary>
    public X509Certificate2 LoadAnchor() => X509CertificateLoader.LoadCertificateFromFile(AnchorPath);

    /// <summary>Loads a name's certificate with its key. The caller disposes it.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">There is no such name.</exception>
    public X509Certificate2 LoadIdentity(string name) => X509Certificate2.CreateFromPemFile(CertificatePath(name), KeyPath(name));

    /// <summary>The marker, written last: its absence or another version means the directory is incomplete.</summary>
    internal string MarkerPath => Path.Combine(Root, "world.version");

    private bool IsUsable(DateTimeOffset now)
    {
        if (!File.Exists(MarkerPath) || File.ReadAllText(MarkerPath) != WorldMaker.Version || !IsValid(AnchorPath, now) || !File.Exists(RevocationListPath))
        {
            return false;
        }

        // The list lives exactly as long as the leaves, so that one look at the dates covers both.
        return IsComplete("server", CertificateFlaw.None, now) && DevelopmentNames.All.All(n => IsComplete(n.Id, n.Flaw, now));
    }

    private bool IsComplete(string name, CertificateFlaw flaw, DateTimeOffset now) =>
        File.Exists(KeyPath(name)) && File.Exists(Pkcs12Path(name))
        && (flaw == CertificateFlaw.Expired ? File.Exists(CertificatePath(name)) : IsValid(CertificatePath(name), now));

    private static bool IsValid(string path, DateTimeOffset now)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var certificate = X509CertificateLoader.LoadCertificateFromFile(path);
        return certificate.NotBefore.ToUniversalTime() <= now.UtcDateTime && certificate.NotAfter.ToUniversalTime() > (now + RenewBefore).UtcDateTime;
    }
}
