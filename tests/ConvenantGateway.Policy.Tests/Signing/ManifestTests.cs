using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Which files each digest is over, and what is signed.</summary>
public sealed class ManifestTests
{
    private static readonly string[] Law =
    [
        "statute/a.rules.yaml", "elements/Patient.yaml", "law/BWBR1.yaml", "wegwijzer/om.yaml",
        "categories.yaml", "grounds.yaml", "purposes.yaml", "parties.yaml", "profiles.yaml", "invariants.yaml", "onward.yaml", "clauses.yaml", "labels.yaml", "retention.yaml",
    ];

    private static readonly string[] Own = ["covenant/proef/covenant.yaml", "covenant/proef/decisions/d1.yaml"];
    private static readonly string[] Identity = ["partners/a.yaml", "officers/a.yaml", "pins/a.yaml"];
    private static readonly string[] Rest = ["covenant/ander/covenant.yaml", "covenant/proef/signatures/a.jws", "cases/a.cases.yaml", "operator.jws", "README.md", "other/grounds.yaml"];
    private static readonly string[] All = [.. Law, .. Own, .. Identity, .. Rest];

    private readonly PolicyFiles _files = ReaderFiles.Of([.. All.Select(static p => (p, $"tekst van {p}"))]);

    [Fact]
    public void OfCovenant_Files_AreTheLawAndTheCovenantWithoutSignatures() => Assert.Equal(Digest([.. Law, .. Own]), Manifest.OfCovenant(_files, "proef"));

    [Fact]
    public void OfOperator_Files_AreWhoIsWho() => Assert.Equal(Digest(Identity), Manifest.OfOperator(_files));

    [Fact]
    public void OfWegwijzer_Files_AreItsQuestions() => Assert.Equal(Digest(["wegwijzer/om.yaml"]), Manifest.OfWegwijzer(_files));

    [Fact]
    public void OfSet_Files_AreAll() => Assert.Equal(Digest(All), Manifest.OfSet(_files));

    [Fact]
    public void OfRules_Files_AreAllButSignaturesAndPins() =>
        Assert.Equal(Digest([.. All.Where(static p => !p.EndsWith(".jws", StringComparison.Ordinal) && p != "pins/a.yaml")]), Manifest.OfRules(_files));

    [Fact]
    public void PolicyDigests_Set_AreThree()
    {
        Assert.Equal(new PolicyDigests(Digest(All), Digest([.. Law, .. Own]), Digest(Identity)), PolicyDigests.Of(_files, "proef"));
        Assert.Equal(Manifest.OfRules(_files), PolicyDigests.OfRules(_files));
    }

    [Fact]
    public void PolicySigner_Covenant_SignsCovenantManifestAndPartner()
    {
        using var certificate = TestSigners.SelfSigned("CN=proef", isAuthority: false);

        Assert.Equal(
            new Dictionary<string, string> { ["covenant"] = "proef", ["manifest"] = Digest([.. Law, .. Own]), ["partner"] = "opvang-noord" },
            JsonSerializer.Deserialize<Dictionary<string, string>>(Jws.Payload(PolicySigner.SignCovenant(_files, "proef", TestCovenant.Shelter, certificate))!));
    }

    [Fact]
    public void PolicySigner_Operator_SignsWhoIsWho()
    {
        using var certificate = TestSigners.SelfSigned("CN=proef", isAuthority: false);

        Assert.Equal(
            new Dictionary<string, string> { ["files"] = Digest(Identity) }, JsonSerializer.Deserialize<Dictionary<string, string>>(Jws.Payload(PolicySigner.SignOperator(_files, certificate))!));
    }

    private static string Digest(string[] paths) => Hex(string.Concat(paths.Order(StringComparer.Ordinal).Select(static p => $"{Hex($"tekst van {p}")}  {p}\n")));

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
