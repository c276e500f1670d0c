using System.Net;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Browser.Tests.Access;

/// <summary>Story (d): who sees what afterwards.</summary>
public sealed class IsolationTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    private Seed Seed => fixture.Host.Seed;

    [Theory]
    [InlineData("fg-ashg-noord", true, false, true, false)]
    [InlineData("fg-ziekenhuis-noord", false, true, true, false)]
    [InlineData("pf-politie-noord", false, false, false, true)]
    public async Task List_OfOrganisation_ShowsOwnOnly(string officer, bool referral, bool refused, bool answered, bool held)
    {
        using var client = fixture.Host.ClientOf(officer);

        var html = await client.GetStringAsync(new Uri("/uitwisselingen", UriKind.Relative));

        Assert.Equal(referral, html.Contains($"\"/uitwisselingen/{Seed.Referral}\"", StringComparison.Ordinal));
        Assert.Equal(refused, html.Contains($"\"/uitwisselingen/{Seed.RefusedQuestion}\"", StringComparison.Ordinal));
        Assert.Equal(answered, html.Contains($"\"/uitwisselingen/{Seed.AnsweredQuestion}\"", StringComparison.Ordinal));
        Assert.Equal(held, html.Contains($"\"/uitwisselingen/{Seed.Held}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Exchange_RefusedQuestionOfTheHospital_IsAbsentForTheAshg()
    {
        using var ashg = fixture.Host.ClientOf("fg-ashg-noord");
        using var hospital = fixture.Host.ClientOf("fg-ziekenhuis-noord");
        var address = new Uri($"/uitwisselingen/{Seed.RefusedQuestion}", UriKind.Relative);

        using var hidden = await ashg.GetAsync(address);
        using var shown = await hospital.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Theory]
    [InlineData("cw-vrouwenopvang-noord", HttpStatusCode.OK)]
    [InlineData("cw-ashg-noord", HttpStatusCode.NotFound)]
    public async Task Referral_AnyOfficer_OpensForTheReceiverOnly(string officer, HttpStatusCode expected)
    {
        using var client = fixture.Host.ClientOf(officer);

        using var answer = await client.GetAsync(new Uri($"/werklijst/{Seed.TaskId}", UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Look_OfAnOfficer_IsSeenByNoOtherOfficer()
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");
        await client.GetStringAsync(new Uri("/uitwisselingen", UriKind.Relative));

        var looks = fixture.Host.Log.Records.Where(static r => r.Type == RecordType.Look && r.Caller == "fg-ashg-noord");

        Assert.All(looks, static r => Assert.Equal(["fg-ashg-noord"], r.Views.Select(static v => v.Viewer)));
    }

    [Fact]
    public async Task Supervisor_SeesWhatARunningInquiryOpens_AndNoMore()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var client = host.ClientOf("toezicht-cbp");
        var list = new Uri("/uitwisselingen?organisatie=ziekenhuis-noord", UriKind.Relative);
        var one = new Uri($"/uitwisselingen/{host.Seed.RefusedQuestion}?organisatie=ziekenhuis-noord", UriKind.Relative);

        var nothing = await client.GetStringAsync(new Uri("/uitwisselingen", UriKind.Relative));
        using var before = await client.GetAsync(one);
        var last = host.Time.GetUtcNow().AddDays(7).ToString("yyyy-MM-dd");
        using var opened = await client.PostAsync("/onderzoek", await client.TokenAsync("/onderzoek"), ("nummer", "z2026-001"), ("organisaties", "ziekenhuis-noord"), ("einde", last));
        using var during = await client.GetAsync(list);
        using var duringOne = await client.GetAsync(one);
        using var outside = await client.GetAsync(new Uri("/uitwisselingen?organisatie=ashg-noord", UriKind.Relative));
        host.Time.Advance(TimeSpan.FromDays(9));
        using var after = await client.GetAsync(list);
        using var afterOne = await client.GetAsync(one);

        Assert.Contains("geen lopend onderzoek", nothing, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Equal(HttpStatusCode.OK, during.StatusCode);
        Assert.Equal(HttpStatusCode.OK, duringOne.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, afterOne.StatusCode);
        Assert.Single(host.Log.Records, static r => r.Type == RecordType.Inquiry && r.Caller == "toezicht-cbp");
    }

    [Theory]
    [InlineData("", "ashg-noord", 7)]
    [InlineData("z-1", "bestaat-niet", 7)]
    [InlineData("z-1", "ashg-noord", -1)]
    [InlineData("z-1", "ashg-noord", 400)]
    public async Task Inquiry_FormIncomplete_OpensNothing(string number, string organisation, int days)
    {
        using var client = fixture.Host.ClientOf("toezicht-cbp");
        var last = fixture.Host.Time.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd");

        using var answer = await client.PostAsync("/onderzoek", await client.TokenAsync("/onderzoek"), ("nummer", number), ("organisaties", organisation), ("einde", last));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(fixture.Host.Store.Inquiries);
    }
}
