using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Browser.Tests.Looks;

/// <summary>Every look is on disk before it is shown, with the digest of the very bytes.</summary>
public sealed class RecordedLookTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    [Theory]
    [InlineData("/", 200, "released")]
    [InlineData("/uitwisselingen", 200, "released")]
    [InlineData("/matrix", 200, "released")]
    [InlineData("/matrix.csv?doel=REFER", 200, "released", RecordType.Export)]
    [InlineData("/matrix/R-20", 200, "released")]
    [InlineData("/werklijst", 403, "refused")]
    [InlineData("/bestaat-niet", 404, "absent")]
    public async Task Page_Shown_HasOneRecordOfItsBytes(string page, int status, string outcome, RecordType type = RecordType.Look)
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");
        var before = fixture.Host.Log.Records.Count;

        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
        var body = await answer.Content.ReadAsByteArrayAsync();

        var record = Assert.Single(fixture.Host.Log.Records.Skip(before));
        Assert.Equal(type, record.Type);
        Assert.Equal(status, record.Status);
        Assert.Equal(outcome, record.Outcome);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(body)), record.BodyDigest);
        Assert.Contains($"index={before}", answer.Headers.GetValues("Convenant-Receipt").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_RecordCannotBeMade_ShowsNothing()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var client = host.ClientOf("fg-ashg-noord");
        host.Log.IsHealthy = false;

        using var refused = await client.GetAsync(new Uri("/uitwisselingen", UriKind.Relative));
        host.Log.IsHealthy = true;
        using var shown = await client.GetAsync(new Uri("/uitwisselingen", UriKind.Relative));

        var text = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.DoesNotContain("R-40", text, StringComparison.Ordinal);
        Assert.Contains("112", text, StringComparison.Ordinal);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains("R-40", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_RecordCannotBeMade_IsNotDone()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var client = host.ClientOf("toezicht-cbp");
        var token = await client.TokenAsync("/onderzoek");
        host.Log.IsHealthy = false;

        using var answer = await client.PostAsync("/onderzoek", token, ("nummer", "z-1"), ("organisaties", "ashg-noord"), ("einde", host.Time.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Empty(host.Store.Inquiries);
    }

    [Fact]
    public async Task PersonSearch_Found_RecordsTheHandleAndNoName()
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");
        var token = await client.TokenAsync("/betrokkene");
        var before = fixture.Host.Log.Records.Count;

        using var answer = await client.PostAsync("/betrokkene", token, ("achternaam", "Voorbeeld"), ("voornaam", "Anna"), ("geboortedatum", "1979-04-12"), ("geslacht", "female"));
        var html = await answer.Content.ReadAsStringAsync();

        var record = Assert.Single(fixture.Host.Log.Records.Skip(before));
        var view = Assert.Single(record.Views);
        Assert.Equal("fg-ashg-noord", view.Viewer);
        Assert.Equal(Seed.Handles.HandleOf(Seed.Mother)!.Value.ToBytes(), Assert.Single(view.Persons).ToArray());
        Assert.DoesNotContain("Voorbeeld", JsonSerializer.Serialize(record), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Voorbeeld", html, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("Uitwisselingen over B-[0-9A-F]{4}-[0-9A-F]{4}", html);
        Assert.Contains($"/uitwisselingen/{fixture.Host.Seed.Referral}", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PersonSearch_OtherBirthDate_FindsNothing()
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");

        using var answer = await client.PostAsync("/betrokkene", await client.TokenAsync("/betrokkene"), ("achternaam", "Voorbeeld"), ("voornaam", "Anna"), ("geboortedatum", "1979-04-13"), ("geslacht", "female"));

        Assert.Contains("Geen uitwisselingen gevonden", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_OfEveryPage_AllowNoScriptNoFrameNoCache()
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");

        using var answer = await client.GetAsync(new Uri("/uitwisselingen", UriKind.Relative));

        Assert.Equal("default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }
}
