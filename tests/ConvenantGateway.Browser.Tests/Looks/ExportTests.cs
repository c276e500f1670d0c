using System.Net;
using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Browser.Tests.Looks;

/// <summary>A file of the own log lines: recorded as an export with its digest before it leaves, and of the own view only.</summary>
public sealed class ExportTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    [Fact]
    public async Task File_Given_IsRecordedWithItsDigest()
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");
        var token = await client.TokenAsync("/uitvoer");
        var before = fixture.Host.Log.Records.Count;

        using var answer = await PostAsync(client, token, "nen7513-csv");
        var file = await answer.Content.ReadAsByteArrayAsync();

        var record = Assert.Single(fixture.Host.Log.Records.Skip(before));
        var digest = Convert.ToHexStringLower(SHA256.HashData(file));
        Assert.Equal((RecordType.Export, digest), (record.Type, record.BodyDigest));
        Assert.Contains(new RecordValue("digest", digest), record.Views.Single(static v => v.Viewer == "ashg-noord").Values);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.StartsWith("kenmerk,", Encoding.UTF8.GetString(file.AsSpan(3)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_OfTheHolder_HasNoRefusedQuestion()
    {
        var refused = fixture.Host.Log.Records[(int)fixture.Host.Seed.RefusedQuestion].Transaction.ToString();
        using var holder = fixture.Host.ClientOf("fg-ashg-noord");
        using var asker = fixture.Host.ClientOf("fg-ziekenhuis-noord");

        using var seen = await PostAsync(holder, await holder.TokenAsync("/uitvoer"), "nen7513-jsonl");
        using var asked = await PostAsync(asker, await asker.TokenAsync("/uitvoer"), "nen7513-jsonl");

        Assert.DoesNotContain(refused, await seen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(refused, await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PoliceProtocol_ForOthers_DoesNotExist()
    {
        using var police = fixture.Host.ClientOf("pf-politie-noord");
        using var other = fixture.Host.ClientOf("fg-ashg-noord");
        var token = await other.TokenAsync("/uitvoer");
        var before = fixture.Host.Log.Records.Count;

        using var refused = await PostAsync(other, token, "police-protocol-csv");
        using var unknown = await PostAsync(other, token, "bestaat-niet");
        using var given = await PostAsync(police, await police.TokenAsync("/uitvoer"), "police-protocol-csv");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK), (refused.StatusCode, unknown.StatusCode, given.StatusCode));
        Assert.All(fixture.Host.Log.Records.Skip(before).Take(2), static r => Assert.Equal(RecordType.Look, r.Type));
        Assert.Contains("aangehouden", await given.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("police-protocol", await other.GetStringAsync(new Uri("/uitvoer", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-07-01")]
    [InlineData("2026-07-02", "2026-07-01")]
    [InlineData("gisteren", "2026-07-01")]
    public async Task Period_ThatIsNone_GivesThePageAgainAndNoExport(string from, string until)
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");
        var token = await client.TokenAsync("/uitvoer");
        var before = fixture.Host.Log.Records.Count;

        using var answer = await client.PostAsync("/uitvoer", token, ("van", from), ("tot", until), ("vorm", "nen7513-csv"));

        Assert.Contains("Vul een eerste en een laatste dag in", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(RecordType.Look, Assert.Single(fixture.Host.Log.Records.Skip(before)).Type);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, (string Token, string Cookie) token, string format) =>
        client.PostAsync("/uitvoer", token, ("van", "2000-01-01"), ("tot", "2100-01-01"), ("vorm", format));
}
