using ConvenantGateway.Host.Connect;
using ConvenantGateway.Testing.Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Host.Tests.Connect;

[Collection(ConnectCollection.Name)]
public sealed class HandshakeTests(ConnectNode node)
{
    [Fact]
    public async Task Handshake_GoodCertificate_IsAnswered() => Assert.Equal(200, await node.ConnectAsync("ziekenhuis-noord"));

    [Theory]
    [InlineData(null, "no-certificate")]
    [InlineData("bad-unknown-ca", "unknown-ca")]
    [InlineData("bad-expired", "expired")]
    [InlineData("bad-no-client-eku", "no-client-eku")]
    [InlineData("bad-revoked", "revoked")]
    [InlineData("server", "no-client-eku")]
    public async Task Handshake_BadCertificate_IsRefusedAndCounted(string? name, string reason)
    {
        node.Refusals.Take();
        Assert.Null(await node.ConnectAsync(name));
        var counted = new List<(HandshakeRefusal Refusal, int Count)>();
        Assert.True(await ConnectNode.SoonAsync(() =>
        {
            counted.AddRange(node.Refusals.Take());
            return counted.Count > 0;
        }));
        Assert.Equal((new HandshakeRefusal("127.0.0.0/24", reason), 1), Assert.Single(counted));
    }

    [Theory]
    [InlineData(0x0302, 0xC009, 21, 70)] // TLS 1.1: protocol_version
    [InlineData(0x0303, 0xC009, 21, 40)] // ECDHE-ECDSA-AES128-CBC-SHA: handshake_failure
    [InlineData(0x0303, 0x009C, 21, 40)] // RSA-AES128-GCM, not forward secret
    [InlineData(0x0303, 0xC02B, 22, 0)] // ECDHE-ECDSA-AES128-GCM: ServerHello
    public async Task Handshake_VersionAndSuite_OnlyForwardSecretAead(int version, int suite, int type, int alert) =>
        Assert.Equal((type, alert), await RawTls.HelloAsync(node.PartnerPort, (ushort)version, (ushort)suite));

    [Fact]
    public async Task Handshake_Trust_IsOwnAnchorsOnly()
    {
        var options = await node.Services.GetRequiredService<TlsHandshakes>().Options().OnConnection(new TlsHandshakeCallbackContext());
        var policy = options.CertificateChainPolicy!;
        Assert.Equal(X509ChainTrustMode.CustomRootTrust, policy.TrustMode);
        Assert.Equal([TestWorld.Anchor.Thumbprint], policy.CustomTrustStore.Select(static c => c.Thumbprint));
        Assert.True(policy.DisableCertificateDownloads);
        Assert.False(options.AllowTlsResume);
        Assert.False(options.AllowRenegotiation);
        Assert.True(options.ClientCertificateRequired);
    }

    [Fact]
    public async Task Refusals_AfterAMinute_AreInTheLogOnce()
    {
        await node.Services.GetRequiredService<HandshakeRecorder>().FlushAsync();
        node.Records.Clear();
        for (var i = 0; i < 3; i++)
        {
            Assert.Null(await node.ConnectAsync(null));
        }

        // The count follows the refusal: the minute may pass only once all three are counted.
        var seen = 0;
        Assert.True(await ConnectNode.SoonAsync(() =>
        {
            var taken = node.Refusals.Take();
            taken.ToList().ForEach(t => node.Refusals.GiveBack(t.Refusal, t.Count));
            seen = taken.Sum(static t => t.Count);
            return seen == 3;
        }));
        node.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await ConnectNode.SoonAsync(() => node.Records.Any(static r => r.Type == Audit.RecordType.HandshakeRefusals)));
        var record = Assert.Single(node.Records, static r => r.Type == Audit.RecordType.HandshakeRefusals);
        Assert.Equal((3, "no-certificate", "refused", ""), (record.Count, record.By, record.Outcome, record.Caller));
        Assert.Empty(node.Refusals.Take());
    }

    [Fact]
    public async Task Request_ThatCannotBeParsed_IsCounted()
    {
        node.Refusals.Take();

        await node.ConnectAsync("ziekenhuis-noord", "no path");

        Assert.True(await ConnectNode.SoonAsync(() =>
        {
            var taken = node.Refusals.Take();
            taken.ToList().ForEach(t => node.Refusals.GiveBack(t.Refusal, t.Count));
            return taken.Any(static t => t is { Refusal.Reason: "unparsable", Count: 1 });
        }));
        node.Refusals.Take();
    }
}
