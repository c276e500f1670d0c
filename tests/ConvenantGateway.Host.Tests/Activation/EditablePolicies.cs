using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Activation;

/// <summary>A node on a copy of the policies that a test may change.</summary>
public sealed class EditablePolicies : GatewayFixture
{
    private readonly string _copy = Directory.CreateTempSubdirectory("convenant-policies-").FullName;
    private readonly string _certificates = Directory.CreateTempSubdirectory("convenant-world-").FullName;

    public EditablePolicies()
    {
        foreach (var file in Directory.EnumerateFiles(PolicyRoot, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_copy, Path.GetRelativePath(PolicyRoot, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    protected override string Policies => _copy;

    protected override string CertificateFolder => _certificates;

    /// <summary>Changes a text in a file; fails if it is not there.</summary>
    public void Change(string file, string from, string to)
    {
        var path = Path.Combine(_copy, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }
}
