using System.Security.Cryptography.X509Certificates;
using ConvenantGateway.Development.Certificates;
using ConvenantGateway.Host.Connect;

namespace ConvenantGateway.Host.Tests.Connect;

public sealed class RevocationListsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly DevelopmentAuthority _authority = DevelopmentAuthority.Create("A", Now.AddDays(-1), Now.AddDays(30));

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void Refusal_FreshListWithoutIt_IsNone() => Assert.Null(Lists(_authority, []).Refusal(Leaf(), Now));

    [Fact]
    public void Refusal_OnTheList_IsRevoked()
    {
        var leaf = Leaf();
        Assert.Equal("revoked", Lists(_authority, [leaf]).Refusal(leaf, Now));
    }

    [Fact]
    public void Refusal_PastNextUpdate_FailsClosed() => Assert.Equal("stale-revocation-list", Lists(_authority, []).Refusal(Leaf(), Now.AddDays(8)));

    [Fact]
    public void Refusal_NoListOfTheIssuer_FailsClosed()
    {
        using var other = DevelopmentAuthority.Create("B", Now.AddDays(-1), Now.AddDays(30));
        Assert.Equal("no-revocation-list", Lists(other, []).Refusal(Leaf(), Now));
    }

    [Fact]
    public void Load_SignedBySomeoneElseOfTheSameName_Throws()
    {
        using var impostor = DevelopmentAuthority.Create("A", Now.AddDays(-1), Now.AddDays(30));
        Assert.Throws<InvalidDataException>(() => new RevocationLists(impostor.RevocationList([], Now, Now.AddDays(7)), [_authority.Root]));
    }

    private static RevocationLists Lists(DevelopmentAuthority authority, IEnumerable<X509Certificate2> revoked) =>
        new(authority.RevocationList(revoked, Now.AddHours(-1), Now.AddDays(7)), [authority.Root]);

    private X509Certificate2 Leaf() => _authority.Issue(new CertificateRequestProfile { Subject = "CN=x", NotBefore = Now.AddHours(-1), NotAfter = Now.AddDays(20) });
}
