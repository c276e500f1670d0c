using System.Security.Cryptography.X509Certificates;
using ConvenantGateway.Development.Certificates;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Policy;
using ConvenantGateway.Testing.Certificates;

namespace ConvenantGateway.Host.Tests.Connect;

public sealed class DevelopmentWorldTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _directory = Directory.CreateTempSubdirectory("convenant-world-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Ensure_StillValid_ChangesNothing()
    {
        DevelopmentWorld.Ensure(_directory, Now, TestWorld.PolicyRoot, static a => new string('a', 64));
        var before = Bytes();
        DevelopmentWorld.Ensure(_directory, Now.AddDays(30), TestWorld.PolicyRoot);
        Assert.Equal(before, Bytes());
    }

    [Theory]
    [InlineData("ashg-noord.key")]
    [InlineData("server.crt")]
    [InlineData("ca.crl")]
    [InlineData("world.version")]
    public void Ensure_Incomplete_MakesAllAnew(string missing)
    {
        var world = DevelopmentWorld.Ensure(_directory, Now);
        var anchor = File.ReadAllText(world.AnchorPath);
        File.Delete(Path.Combine(_directory, missing));
        DevelopmentWorld.Ensure(_directory, Now);
        Assert.True(File.Exists(Path.Combine(_directory, missing)));
        Assert.NotEqual(anchor, File.ReadAllText(world.AnchorPath));
    }

    [Fact]
    public void Ensure_AlmostExpired_MakesAllAnew()
    {
        var world = DevelopmentWorld.Ensure(_directory, Now);
        var anchor = File.ReadAllText(world.AnchorPath);
        DevelopmentWorld.Ensure(_directory, Now.AddDays(89.5));
        Assert.NotEqual(anchor, File.ReadAllText(world.AnchorPath));
    }

    [Fact]
    public void Keys_WhenMade_AreReadableByTheirOwnerOnly()
    {
        var world = DevelopmentWorld.Ensure(_directory, Now);
        Assert.All(DevelopmentNames.All, n => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(world.KeyPath(n.Id))));
    }

    [Fact]
    public void Subjects_WhenMade_AreThoseOfThePolicyFiles()
    {
        var world = TestWorld.Current;
        foreach (var file in Directory.EnumerateFiles(TestWorld.PolicyRoot, "*.yaml", SearchOption.AllDirectories).Where(static f => Path.GetDirectoryName(f)!.EndsWith("partners", StringComparison.Ordinal) || Path.GetDirectoryName(f)!.EndsWith("officers", StringComparison.Ordinal)))
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(world.CertificatePath(Path.GetFileNameWithoutExtension(file)));
            Assert.Contains($"certificate-subject: \"{certificate.SubjectName.Name}\"", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("modelconvenant-2009", "ashg-noord")]
    [InlineData("convenant-2025", "veilig-thuis-noord")]
    public void Overlay_Loaded_EverybodyButOneHasSigned(string covenant, string party)
    {
        var world = TestWorld.Current;
        var options = new PolicyLoadOptions { Covenant = covenant, Anchors = [TestWorld.Anchor], Now = TimeProvider.System.GetUtcNow(), AllowReenactment = true };
        var result = PolicyLoader.Load(PolicyFolder.Read(TestWorld.PolicyRoot, world.OverlayPath), options);
        Assert.Empty(result.Errors);
        var partners = result.Snapshot!.Partners;
        Assert.True(partners[PartnerId.Parse(party)].HasSigned);
        Assert.NotEmpty(partners[PartnerId.Parse(party)].KeyPins);
        Assert.False(partners[PartnerId.Parse("bad-unsigned")].HasSigned);
        Assert.All(result.Snapshot.Officers.Values, static o => Assert.NotEmpty(o.KeyPins));
    }

    private Dictionary<string, string> Bytes() =>
        Directory.EnumerateFiles(_directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToDictionary(static f => f, static f => Convert.ToHexString(File.ReadAllBytes(f)));
}
