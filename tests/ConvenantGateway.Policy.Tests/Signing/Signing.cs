using System.Collections.Frozen;
using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The covenant of three partners made by hand, as files of a few lines that the shelter signs.</summary>
internal static class Signing
{
    public const string Subject = "CN=opvang-noord, O=Opvang Noord, C=NL";
    public const string Path = "covenant/proef/signatures/opvang-noord.jws";

    public static PolicyFiles Files => ReaderFiles.Of(("covenant/proef/covenant.yaml", "id: proef"), ("statute/a.rules.yaml", "rules: []"));

    public static Partner Shelter => TestCovenant.Partners.Single(static p => p.Id == TestCovenant.Shelter) with { CertificateSubject = Subject };

    public static PolicyLoadOptions Options(params X509Certificate2[] anchors) => new() { Covenant = "proef", Anchors = anchors, Now = TestSigners.Now, AllowReenactment = false };

    public static PolicySnapshot Snapshot => TestCovenant.Snapshot(TestCovenant.Rule) with
    {
        Partners = TestCovenant.Partners.ToFrozenDictionary(static p => p.Id, static p => p.Id == TestCovenant.Shelter ? Shelter : p),
    };

    public static PolicyFiles Signed(X509Certificate2 certificate) => Files.With(Path, PolicySigner.SignCovenant(Files, "proef", TestCovenant.Shelter, certificate));
}
