namespace ConvenantGateway.Cli.Tests.Audit;

/// <summary>A folder as a node leaves it that stopped in order.</summary>
internal sealed class NodeFolder : IDisposable
{
    public NodeFolder() => File.WriteAllText(System.IO.Path.Combine(Path, "convenant.lock"), "");

    public string Path { get; } = Directory.CreateTempSubdirectory("convenant-node-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
