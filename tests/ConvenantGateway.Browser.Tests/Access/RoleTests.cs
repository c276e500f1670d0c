using System.Net;

namespace ConvenantGateway.Browser.Tests.Access;

/// <summary>Who may open which page, and that everything else is closed.</summary>
public sealed class RoleTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    private static readonly string[] Officers = ["fg-ashg-noord", "pf-politie-noord", "cw-vrouwenopvang-noord", "toezicht-cbp", "beheer-noord"];

    private static readonly Dictionary<string, string[]> Open = new()
    {
        ["/"] = Officers,
        ["/uitwisselingen"] = ["fg-ashg-noord", "pf-politie-noord", "toezicht-cbp"],
        ["/betrokkene"] = ["fg-ashg-noord", "pf-politie-noord", "toezicht-cbp"],
        ["/aangehouden"] = ["fg-ashg-noord", "pf-politie-noord"],
        ["/inzage"] = ["fg-ashg-noord", "pf-politie-noord"],
        ["/wisverboden"] = ["fg-ashg-noord", "pf-politie-noord"],
        ["/weekcontrole"] = ["fg-ashg-noord", "pf-politie-noord"],
        ["/uitvoer"] = ["fg-ashg-noord", "pf-politie-noord"],
        ["/logboek"] = ["fg-ashg-noord", "pf-politie-noord", "toezicht-cbp", "beheer-noord"],
        ["/onderzoek"] = ["toezicht-cbp"],
        ["/werklijst"] = ["cw-vrouwenopvang-noord"],
        ["/matrix"] = Officers,
        ["/matrix.csv"] = Officers,
        ["/matrix/R-20"] = Officers,
        ["/wegwijzer"] = ["fg-ashg-noord", "pf-politie-noord", "cw-vrouwenopvang-noord"],
    };

    public static TheoryData<string, string> Pairs() => [.. Open.Keys.SelectMany(static _ => Officers, static (page, officer) => (page, officer))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Page_ForRole_OpensOnlyIfListed(string page, string officer)
    {
        using var client = fixture.Host.ClientOf(officer);

        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));

        Assert.Equal(Open[page].Contains(officer) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/bestaat-niet")]
    [InlineData("/fout")]
    [InlineData("/taal")]
    [InlineData("/uitwisselingen/999999")]
    [InlineData("/weekcontrole/0")]
    [InlineData("/inzage/0196f0a0-0000-7000-8000-000000000001")]
    [InlineData("/inzage/0196f0a0-0000-7000-8000-000000000001/stuk")]
    [InlineData("/inzage/geen-guid")]
    [InlineData("/matrix/R-0")]
    public async Task Address_Unknown_IsOnePage(string address)
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");

        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Deze bladzijde bestaat niet", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_OfNobody_GetsNothing()
    {
        var before = fixture.Host.Log.Records.Count;
        using var client = fixture.Host.ClientOf("onbekend");

        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before, fixture.Host.Log.Records.Count);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Method_Other_IsRefused(string method)
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");
        using var request = new HttpRequestMessage(new HttpMethod(method), "/");

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }
}
