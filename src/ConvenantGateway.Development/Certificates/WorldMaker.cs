using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Development.Certificates;

/// <summary>Makes all certificates, keys and the revocation list of a world at once: a mixture of two authorities is never left behind.</summary>
internal static class WorldMaker
{
    /// <summary>Changes when names, subjects or profiles change.</summary>
    public const string Version = "2";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>An authority is never younger than what it issued, the expired certificate included.</summary>
    private static readonly TimeSpan AuthorityAge = TimeSpan.FromDays(60);

    /// <summary>Overwrites the directory's files.</summary>
    public static void Make(DevelopmentWorld world, DateTimeOffset now)
    {
        File.Delete(world.MarkerPath);
        using var authority = DevelopmentAuthority.Create("ConvenantGateway Development CA", now - AuthorityAge, now + Lifetime);
        using var unknown = DevelopmentAuthority.Create("ConvenantGateway Unknown CA", now - AuthorityAge, now + Lifetime);

        // The authorities' keys are dropped here: nobody can issue a further certificate of this world.
        File.WriteAllText(world.AnchorPath, authority.Root.ExportCertificatePem() + "\n");
        using (var server = authority.Issue(Profile("CN=localhost, O=ConvenantGateway Development, C=NL", now) with { ForClient = false, ForServer = true }))
        {
            Write(world, "server", server, authority.Root);
        }

        var revoked = new List<X509Certificate2>();
        foreach (var name in DevelopmentNames.All)
        {
            var issuer = name.Flaw == CertificateFlaw.UnknownAuthority ? unknown : authority;
            var leaf = issuer.Issue(Profile(name, now));
            Write(world, name.Id, leaf, issuer.Root);
            if (name.Flaw == CertificateFlaw.Revoked)
            {
                revoked.Add(leaf);
            }
            else
            {
                leaf.Dispose();
            }
        }

        File.WriteAllBytes(world.RevocationListPath, authority.RevocationList(revoked, now.AddHours(-1), now + Lifetime));
        revoked.ForEach(static c => c.Dispose());
        File.WriteAllText(world.MarkerPath, Version);
    }

    private static CertificateRequestProfile Profile(DevelopmentName name, DateTimeOffset now)
    {
        var profile = Profile(name.Subject, now);
        return name.Flaw switch
        {
            CertificateFlaw.Expired => profile with { NotBefore = now.AddDays(-30).AddHours(-1), NotAfter = now.AddDays(-1) },
            CertificateFlaw.NoClientUsage => profile with { ForClient = false },
            _ => profile,
        };
    }

    private static CertificateRequestProfile Profile(string subject, DateTimeOffset now) =>
        new() { Subject = subject, NotBefore = now.AddHours(-1), NotAfter = now + Lifetime };

    private static void Write(DevelopmentWorld world, string name, X509Certificate2 leaf, X509Certificate2 issuer)
    {
        File.WriteAllText(world.CertificatePath(name), leaf.ExportCertificatePem() + "\n");
        using var key = leaf.GetECDsaPrivateKey()!;
        OwnerOnlyFile.Write(world.KeyPath(name), System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
        using var anchor = X509CertificateLoader.LoadCertificate(issuer.RawData);
        OwnerOnlyFile.Write(world.Pkcs12Path(name), new X509Certificate2Collection { leaf, anchor }.Export(X509ContentType.Pfx, DevelopmentWorld.Password)!);
    }
}
