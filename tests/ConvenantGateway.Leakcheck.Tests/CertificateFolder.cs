namespace ConvenantGateway.Leakcheck.Tests;

/// <summary>A folder for the development certificates that the gateways of a test class share.</summary>
public sealed class CertificateFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("leakcheck-certificates-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
