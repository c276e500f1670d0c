using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.OfficerConsole;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Browser.Tests.Weeks;

/// <summary>Uses of a Consent that no longer held. The gateway refuses them, so each of these lines would be a fault.</summary>
public sealed class ConsentListTests
{
    private static readonly PartnerId Hospital = PartnerId.Parse(Planted.Hospital);

    [Theory]
    [InlineData("active", "2009-06-01", 0)]
    [InlineData("active", "2009-05-31", 1)]
    public async Task Consent_UsedOnALawDate_IsALineAfterItsLastDayOnly(string status, string until, int expected)
    {
        await using var host = await Planted.EmptyAsync();
        Store(host, status, until, host.Time.GetUtcNow().AddYears(-1));
        await host.AddAsync(Planted.Exchange(Planted.Monday(host), new RecordValue("consent", "Consent/c1")));

        var lines = await host.LinesAsync(WeekListTitles.Consents);

        Assert.Equal(expected, lines.Count);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    public async Task Consent_Withdrawn_IsALineWhereItWasUsedAfterwards(int hours, int expected)
    {
        await using var host = await Planted.EmptyAsync();
        Store(host, "inactive", "2010-01-01", Planted.Monday(host).AddHours(hours));
        await host.AddAsync(Planted.Exchange(Planted.Monday(host), new RecordValue("permission", "Consent/c1")));

        var lines = await host.LinesAsync(WeekListTitles.Consents);

        Assert.Equal(expected, lines.Count);
    }

    [Fact]
    public async Task Consent_NoLongerInTheRegister_IsALine()
    {
        await using var host = await Planted.EmptyAsync();
        await host.AddAsync(Planted.Exchange(Planted.Monday(host), new RecordValue("consent", "Consent/c1")));

        var lines = await host.LinesAsync(WeekListTitles.Consents);

        Assert.Equal("0-c1", Assert.Single(lines).Key);
    }

    [Theory]
    [InlineData("now", "ashg-noord politie-noord", 1)]
    [InlineData("again", "ashg-noord", 0)]
    [InlineData("now", "", 0)]
    public async Task Withdrawal_WithRecipients_IsALineOnce(string withdrawn, string recipients, int expected)
    {
        await using var host = await Planted.EmptyAsync();
        await host.AddAsync(
            Planted.Exchange(Planted.Monday(host), new RecordValue("resources", "Consent/c1"), new RecordValue("withdrawn", withdrawn), new RecordValue("recipients", recipients))
                with { By = "withdraw", Outcome = "stored", Counterparty = Planted.Hospital });

        var lines = await host.LinesAsync(WeekListTitles.Consents);

        Assert.Equal(expected, lines.Count);
        Assert.All(lines, static l => Assert.Equal("ASHG Noord, Politie Noord", l.Values[1]));
    }

    private static void Store(ConsoleHost host, string status, string until, DateTimeOffset received) => host.Store.Resources.Add(new StoredResource
    {
        Register = Hospital,
        Source = Hospital,
        Transaction = Guid.CreateVersion7(),
        Type = "Consent",
        Id = "c1",
        Version = status == "active" ? 1 : 2,
        ReceivedAt = received,
        Json = Encoding.UTF8.GetBytes($$$$"""
            {"resourceType":"Consent","id":"c1","status":"{{{{status}}}}","category":[{"coding":[{"system":"https://convenantgateway.nl/fhir/CodeSystem/toestemmingsvorm","code":"toestemming"}]}],"provision":{"period":{"start":"2009-01-01","end":"{{{{until}}}}"}}}
            """),
    });
}
