using System.Security.Cryptography.X509Certificates;
using ConvenantGateway.Development.Certificates;

namespace ConvenantGateway.Testing.Certificates;

/// <summary>One development world per test process, with the repository's policies signed. Its directory is removed when the process ends.</summary>
public static class TestWorld
{
    private static readonly Lazy<DevelopmentWorld> Shared = new(static () =>
    {
        var directory = Directory.CreateTempSubdirectory("convenant-certs-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        return DevelopmentWorld.Ensure(directory, TimeProvider.System.GetUtcNow(), PolicyRoot);
    });

    /// <summary>The world.</summary>
    public static DevelopmentWorld Current => Shared.Value;

    /// <summary>The repository's policies.</summary>
    public static string PolicyRoot => Path.Combine(RepositoryRoot, "policies");

    /// <summary>The repository.</summary>
    public static string RepositoryRoot
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "ConvenantGateway.sln")))
            {
                directory = directory.Parent ?? throw new InvalidOperationException("no repository above the tests");
            }

            return directory.FullName;
        }
    }

    /// <summary>The anchor.</summary>
    public static X509Certificate2 Anchor { get; } = Current.LoadAnchor();

    /// <summary>A name's certificate with its key, in the form a TLS client takes.</summary>
    public static X509Certificate2 Identity(string name) => X509CertificateLoader.LoadPkcs12FromFile(Current.Pkcs12Path(name), DevelopmentWorld.Password);
}
