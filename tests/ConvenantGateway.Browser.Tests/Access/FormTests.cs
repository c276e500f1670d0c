using System.Net;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Browser.Tests.Access;

/// <summary>A form counts only from this console, with a token of this very certificate.</summary>
public sealed class FormTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    [Fact]
    public async Task Post_OwnToken_IsAccepted()
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");

        using var answer = await client.PostAsync("/logboek", await client.TokenAsync("/logboek"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Post_WithoutToken_IsRefused()
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");

        using var answer = await client.PostAsync("/logboek", ("", ""));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("niet aangenomen", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TokenOfOtherCertificate_IsRefused()
    {
        using var other = fixture.Host.ClientOf("fg-ziekenhuis-noord");
        using var client = fixture.Host.ClientOf("fg-ashg-noord");

        using var answer = await client.PostAsync("/logboek", await other.TokenAsync("/logboek"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("none")]
    [InlineData(null)]
    public async Task Post_FromElsewhere_IsRefused(string? site)
    {
        using var own = fixture.Host.ClientOf("toezicht-cbp");
        using var client = fixture.Host.ClientOf("toezicht-cbp", site);
        var last = DateTime.UtcNow.AddDays(7).ToString("yyyy-MM-dd");

        using var answer = await client.PostAsync("/onderzoek", await own.TokenAsync("/onderzoek"), ("nummer", "vals"), ("organisaties", "ashg-noord"), ("einde", last));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain(fixture.Host.Store.Inquiries, static i => i.Number == "vals");
        Assert.DoesNotContain(fixture.Host.Log.Records, static r => r.Type == RecordType.Inquiry && r.Views.Any(static v => v.Values.Any(static x => x.Value == "vals")));
    }

    [Theory]
    [InlineData("/uitwisselingen", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("/uitwisselingen", "same-origin", HttpStatusCode.OK)]
    [InlineData("/uitwisselingen", "none", HttpStatusCode.OK)]
    [InlineData("/", "cross-site", HttpStatusCode.OK)]
    public async Task Get_FromElsewhere_OpensTheStartOnly(string page, string site, HttpStatusCode expected)
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord", site);

        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Post_TooLarge_IsRefused()
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");
        var token = await client.TokenAsync("/weekcontrole");

        using var answer = await client.PostAsync("/weekcontrole", token, ("bevindingen", new string('x', 70 * 1024)));

        Assert.True((int)answer.StatusCode is 400 or 413, $"{answer.StatusCode}");
        Assert.DoesNotContain(fixture.Host.Log.Records, static r => r.Type == RecordType.Weekcontrole);
    }

    [Fact]
    public async Task Language_ReturnAddressElsewhere_StaysHere()
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");

        using var answer = await client.PostAsync("/taal", await client.TokenAsync("/"), ("taal", "en"), ("terug", "//elders.example/"));

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }
}
