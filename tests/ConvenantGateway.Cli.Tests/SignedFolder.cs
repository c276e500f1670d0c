using System.CommandLine;
using ConvenantGateway.Cli.Policy;
using ConvenantGateway.Development.Certificates;
using ConvenantGateway.Testing.Certificates;

namespace ConvenantGateway.Cli.Tests;

/// <summary>A copy of the policies and of the development overlay, with everybody's keys at hand.</summary>
internal sealed class SignedFolder : IDisposable
{
    private readonly FolderCopy _policies = new(TestWorld.PolicyRoot);
    private readonly string _password = Path.Combine(Path.GetTempPath(), $"password-{Guid.NewGuid():N}");
    private readonly FolderCopy _overlay = new(TestWorld.Current.OverlayPath);

    public FolderCopy Policies => _policies;

    public string Overlay => _overlay.Path;

    public string SignaturePath(string partner) => Path.Combine(Overlay, "covenant", "convenant-2025", "signatures", partner + ".jws");

    /// <summary>Runs a signing command on the copy, for the covenant of 2025.</summary>
    public (int Code, string Output) Run(params string[] args) => Cli([.. args, "--policies", _policies.Path, "--overlay", Overlay, "--covenant", "convenant-2025"]);

    /// <summary>Signs with a name's own key, or with another's.</summary>
    public (int Code, string Output) Sign(string partner, string? name = null, params string[] more) =>
        Run(["sign", "--partner", partner, "--certificate", TestWorld.Current.CertificatePath(name ?? partner), "--key", TestWorld.Current.KeyPath(name ?? partner), .. more]);

    public (int Code, string Output) Signatures(params string[] more) => Run(["signatures", "--anchors", TestWorld.Current.AnchorPath, .. more]);

    public static (int Code, string Output) Cli(params string[] args)
    {
        using var output = new StringWriter();
        var code = new RootCommand { PolicyCommand.Create() }.Parse(["policy", .. args]).Invoke(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }

    /// <summary>Outside both roots: a password is no policy.</summary>
    public string PasswordFile
    {
        get
        {
            File.WriteAllText(_password, DevelopmentWorld.Password + "\n");
            return _password;
        }
    }

    public void Dispose()
    {
        File.Delete(_password);
        _policies.Dispose();
        _overlay.Dispose();
    }
}
