using System.Collections.Frozen;
using ConvenantGateway.Policy;
using ConvenantGateway.Testing.Certificates;

namespace ConvenantGateway.Host.Tests.Connect;

[Collection(ConnectCollection.Name)]
public sealed class IdentityTests(ConnectNode node)
{
    [Theory]
    [InlineData("bad-suspended")]
    [InlineData("bad-unsigned")]
    public async Task Partner_NoParty_Is403AndRecorded(string name)
    {
        node.Records.Clear();
        Assert.Equal(403, await node.ConnectAsync(name));
        var record = Assert.Single(node.Records);
        Assert.Equal((name, "refused", "CG-CONNECT-004", 403), (record.Caller, record.Outcome, record.Code, record.Status));
    }

    [Fact]
    public async Task Partner_LeavesWhileConnected_Is403OnTheSameConnection()
    {
        using var client = node.Client("gemeente-noord");
        using var before = await client.GetAsync("/probe");
        var policy = node.Policies.Current;
        node.Policies.Swap(policy with { Snapshot = With(policy.Snapshot, "gemeente-noord", static p => p with { IsSuspended = true }) });
        using var after = await client.GetAsync("/probe");
        node.Policies.Swap(policy);
        using var back = await client.GetAsync("/probe");
        Assert.Equal((200, 403, 200), ((int)before.StatusCode, (int)after.StatusCode, (int)back.StatusCode));
        Assert.True(after.Headers.Contains("Convenant-Receipt"));
    }

    [Fact]
    public async Task Partner_KeyNoLongerPinned_IsNobody()
    {
        using var client = node.Client("gemeente-noord");
        using var before = await client.GetAsync("/probe");
        var policy = node.Policies.Current;
        node.Policies.Swap(policy with { Snapshot = With(policy.Snapshot, "gemeente-noord", static p => p with { KeyPins = [] }) });
        using var after = await client.GetAsync("/probe");
        node.Policies.Swap(policy);
        Assert.Equal((200, 403), ((int)before.StatusCode, (int)after.StatusCode));
    }

    [Fact]
    public async Task Officer_OnThePartnerListener_Is403() => Assert.Equal(403, await node.ConnectAsync("fg-ashg-noord"));

    [Fact]
    public async Task Listeners_AnyAddress_EachServesItsOwnOnly()
    {
        Assert.Equal(200, await OfficersAsync("fg-ashg-noord", "/officers"));
        Assert.Equal(403, await OfficersAsync("ashg-noord", "/officers"));
        Assert.Equal(404, await OfficersAsync("fg-ashg-noord", "/probe"));
        Assert.Equal(404, await OfficersAsync("fg-ashg-noord", "/.well-known/jwks"));
        Assert.Equal(403, await node.ConnectAsync("bad-suspended", "/.well-known/jwks"));
        Assert.Equal(404, await node.ConnectAsync("ashg-noord", "/officers"));
        Assert.Equal(404, await node.ConnectAsync("ashg-noord", "/operations"));
        Assert.Equal(404, await node.ConnectAsync("ashg-noord", "/nowhere"));
    }

    [Fact]
    public async Task Operations_AnyAddress_ServesItsOwnOnly()
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{node.OperationsPort}") };
        using var own = await client.GetAsync("/operations");
        using var partners = await client.GetAsync("/probe");
        using var officers = await client.GetAsync("/officers");
        Assert.Equal((200, 404, 404), ((int)own.StatusCode, (int)partners.StatusCode, (int)officers.StatusCode));
    }

    [Theory]
    [InlineData("evil.example", 400)]
    [InlineData("evil.example:8443", 400)]
    [InlineData("localhost.evil.example", 400)]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1", 200)]
    public async Task Host_AnyName_OnlyListedNames(string host, int status) => Assert.Equal(status, await node.ConnectAsync("ziekenhuis-noord", host: host));

    private Task<int?> OfficersAsync(string name, string path) => RawTls.GetAsync(node.OfficerPort, TestWorld.Identity(name), TestWorld.Anchor, path);

    private static PolicySnapshot With(PolicySnapshot snapshot, string id, Func<Partner, Partner> change) => new()
    {
        ManifestDigest = snapshot.ManifestDigest,
        Covenant = snapshot.Covenant,
        Partners = snapshot.Partners.Values.Select(p => p.Id.Value == id ? change(p) : p).ToFrozenDictionary(static p => p.Id),
        Officers = snapshot.Officers,
        Grounds = snapshot.Grounds,
        Purposes = snapshot.Purposes,
        CategoryNames = snapshot.CategoryNames,
        Elements = snapshot.Elements,
        Decider = snapshot.Decider,
    };
}
