using System.Text.Json;
using ConvenantGateway.Testing.Certificates;

namespace ConvenantGateway.Cli.Tests;

public sealed class SignCommandTests : IDisposable
{
    private const string Police = "politie-noord";
    private const string Terms = "covenant/convenant-2025/covenant.yaml";
    private readonly SignedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sign_OwnKey_IsListedAsSigned()
    {
        File.Delete(_folder.SignaturePath(Police));
        Assert.Contains("missing", Line(_folder.Signatures().Output, Police), StringComparison.Ordinal);

        var (code, output) = _folder.Sign(Police);

        Assert.Equal(0, code);
        Assert.Contains("signed manifest ", output, StringComparison.Ordinal);
        Assert.Contains(" signed ", Line(_folder.Signatures().Output, Police), StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_Pkcs12WithPasswordFile_IsListedAsSigned()
    {
        File.Delete(_folder.SignaturePath(Police));

        Assert.Equal(0, _folder.Run("sign", "--partner", Police, "--p12", TestWorld.Current.Pkcs12Path(Police), "--password-file", _folder.PasswordFile).Code);

        Assert.Contains(" signed ", Line(_folder.Signatures().Output, Police), StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_OtherPartnersCertificate_SaysNo()
    {
        var (code, output) = _folder.Sign(Police, "huisarts-noord");

        Assert.Equal(2, code);
        Assert.Contains("the certificate's subject is not the subject of `politie-noord`", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_KeyOfAnotherCertificate_IsInvalidInput()
    {
        var (code, output) = _folder.Run("sign", "--partner", Police, "--certificate", TestWorld.Current.CertificatePath(Police), "--key", TestWorld.Current.KeyPath("huisarts-noord"));

        Assert.Equal(3, code);
        Assert.Contains("the key is not that of the certificate", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_KeyThatIsNotPinned_SaysNo()
    {
        var pin = Path.Combine(_folder.Overlay, "pins", Police + ".yaml");
        File.WriteAllText(pin, $"id: {Police}\nspki: [\"{new string('a', 64)}\"]\n");

        var (code, output) = _folder.Sign(Police);

        Assert.Equal(2, code);
        Assert.Contains("not pinned", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_ExpiredCertificate_SaysNo() => Assert.Contains("not valid now", _folder.Sign("bad-expired").Output, StringComparison.Ordinal);

    [Fact]
    public void Sign_NoPartyOfTheCovenant_SaysNo() => Assert.Equal(2, _folder.Sign("ashg-noord").Code);

    [Fact]
    public void Sign_FolderWithErrors_SignsNothing()
    {
        var before = File.ReadAllText(_folder.SignaturePath(Police));
        _folder.Policies.Replace(Terms, "title:", "titel:");

        var (code, output) = _folder.Sign(Police);

        Assert.Equal(3, code);
        Assert.Contains("CG-POLICY-002", output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(_folder.SignaturePath(Police)));
    }

    [Fact]
    public void Sign_NeitherPartnerNorOperator_IsInvalidInput() =>
        Assert.Equal(3, _folder.Run("sign", "--certificate", TestWorld.Current.CertificatePath(Police), "--key", TestWorld.Current.KeyPath(Police)).Code);

    [Fact]
    public void Sign_NoSuchKeyFile_CouldNotRun() =>
        Assert.Equal(1, _folder.Run("sign", "--partner", Police, "--certificate", "/does/not/exist", "--key", "/does/not/exist").Code);

    [Fact]
    public void SignOperator_OwnKey_WritesTheOperatorsFile()
    {
        var path = Path.Combine(_folder.Overlay, "operator.jws");
        File.Delete(path);

        Assert.Equal(0, Operator("beheer-noord").Code);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void SignOperator_AnotherOfficer_SaysNo() => Assert.Equal(2, Operator("fg-ziekenhuis-noord").Code);

    [Fact]
    public void Sign_OutFolder_LeavesTheOverlayAlone()
    {
        var folder = Directory.CreateTempSubdirectory("signed-").FullName;
        try
        {
            Assert.Equal(0, _folder.Sign(Police, null, "--out", folder).Code);
            Assert.True(File.Exists(Path.Combine(folder, "covenant", "convenant-2025", "signatures", Police + ".jws")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Signatures_RuleChangedAfterwards_AreStale()
    {
        _folder.Policies.Replace(Terms, "status-persons-per-hour: 30", "status-persons-per-hour: 29");

        var (code, output) = _folder.Signatures("--json");

        Assert.Equal(2, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal("stale", State(json, Police));
        Assert.Equal(64, json.RootElement.GetProperty("manifest").GetString()!.Length);
    }

    [Fact]
    public void Signatures_EachKindOfFault_IsNamed()
    {
        File.Copy(_folder.SignaturePath("huisarts-noord"), _folder.SignaturePath(Police), overwrite: true);
        File.WriteAllText(_folder.SignaturePath("ziekenhuis-noord"), "nonsense");
        File.WriteAllText(Path.Combine(_folder.Overlay, "pins", "gemeente-noord.yaml"), $"id: gemeente-noord\nspki: [\"{new string('a', 64)}\"]\n");

        using var json = JsonDocument.Parse(_folder.Signatures("--json").Output);

        Assert.Equal("wrong-subject", State(json, Police));
        Assert.Equal("broken", State(json, "ziekenhuis-noord"));
        Assert.Equal("not-pinned", State(json, "gemeente-noord"));
        Assert.Equal("missing", State(json, "bad-unsigned"));
        Assert.Equal("signed", State(json, "huisarts-noord"));
    }

    [Fact]
    public void Signatures_AllPartiesInTermSigned_SaysYes()
    {
        var missing = new[] { "bad-expired", "bad-unknown-ca", "bad-unsigned" };
        foreach (var name in missing)
        {
            _folder.Policies.Replace(Terms, $"  - {name}\n", "");
        }

        using var before = JsonDocument.Parse(_folder.Signatures("--json").Output);
        foreach (var party in before.RootElement.GetProperty("parties").EnumerateArray())
        {
            Assert.Equal(0, _folder.Sign(party.GetProperty("partner").GetString()!).Code);
        }

        var (code, output) = _folder.Signatures();

        Assert.Equal(0, code);
        Assert.Contains("all parties in term have signed", output, StringComparison.Ordinal);
    }

    private (int Code, string Output) Operator(string name) =>
        _folder.Run("sign", "--operator", "--certificate", TestWorld.Current.CertificatePath(name), "--key", TestWorld.Current.KeyPath(name));

    private static string Line(string output, string partner) => output.Split('\n').Single(l => l.Contains(partner, StringComparison.Ordinal));

    private static string? State(JsonDocument json, string partner) =>
        json.RootElement.GetProperty("parties").EnumerateArray().Single(p => p.GetProperty("partner").GetString() == partner).GetProperty("state").GetString();
}
