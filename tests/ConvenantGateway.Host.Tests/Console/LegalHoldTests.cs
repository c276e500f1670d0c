using System.Net;
using System.Text.RegularExpressions;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Tests.Gateway;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Host.Tests.OfficerConsole;

/// <summary>A hold that an officer lays on the console of a whole node stops the erasure of the running log, on both engines.</summary>
public abstract partial class LegalHoldTests(GatewayFixture node) : IAsyncLifetime
{
    private const string Ashg = "ashg-noord";
    private const string Fg = "fg-ashg-noord";

    private PersonHandle Person => new PersonHandles(node.World.Store.RegionKeys.HandleKey("noord")).HandleOf(new PersonTraits("Wisverbod", "Eva", "1981-02-03", "female", null))!.Value;

    public ValueTask InitializeAsync() => node.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return node.DisposeAsync();
    }

    [Fact]
    public async Task Hold_LaidOnTheConsole_StopsTheErasureUntilItIsLiftedThere()
    {
        await AppendAsync();

        using var laid = await PostAsync(
            "", ("achternaam", "Wisverbod"), ("voornaam", "Eva"), ("geboortedatum", "1981-02-03"), ("geslacht", "female"), ("reden", "zaak-17"), ("einde", DateTime.UtcNow.AddDays(9).ToString("yyyy-MM-dd")));
        var refused = await EraseAsync();
        var hold = Assert.Single(await node.World.Store.LegalHolds.ListAsync(PartnerId.Parse(Ashg), DateOnly.FromDateTime(DateTime.UtcNow), default));
        using var lifted = await PostAsync("?handler=Opheffen", ("verbod", $"{hold.Id:D}"), ("waarom", "zaak-17-gesloten"));
        var erased = await EraseAsync();

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (laid.StatusCode, lifted.StatusCode));
        Assert.Equal(("refused", "done"), (refused.Outcome, erased.Outcome));
        Assert.Contains("zaak-17", refused.Lines[0], StringComparison.Ordinal);
        Assert.NotNull(hold.Since);
        var records = await node.World.Store.Reading.ListAsync(Ashg, new RecordQuery { Types = [RecordType.LegalHold] }, default);
        Assert.Equal([("lifted", Fg), ("laid", Fg)], records.Select(static r => (r.Record.Outcome, r.Record.Caller)));
    }

    private async Task AppendAsync() => await node.World.Store.Log.AppendAsync(
        new ExchangeRecord
        {
            Type = RecordType.Exchange,
            Transaction = Guid.CreateVersion7(),
            Time = TimeProvider.System.GetUtcNow(),
            Caller = Ashg,
            Outcome = "stored",
            BodyDigest = new string('0', 64),
            Views = [new RecordView(Ashg, [new RecordValue("x", "y")], [Person.ToBytes()])],
        },
        null,
        CancellationToken.None);

    private async Task<LogOrderReport> EraseAsync()
    {
        using var persons = LogPersons.Open(node.Database, TimeProvider.System);
        return await node.World.Store.Orders.CarryOutAsync(new LogOrder
        {
            Id = Guid.CreateVersion7(),
            At = TimeProvider.System.GetUtcNow(),
            Kind = LogOrderKind.Erase,
            By = Fg,
            Rule = "Wbp-36",
            Persons = [new LogOrderPerson(Ashg, persons.Blind(Ashg, Person)!, RetentionClass.Log)],
        });
    }

    private async Task<HttpResponseMessage> PostAsync(string handler, params (string Name, string Value)[] fields)
    {
        using var client = node.Client(Fg);
        client.BaseAddress = node.Officers;
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var form = await client.GetAsync(new Uri("/wisverboden", UriKind.Relative));
        var token = Token().Match(await form.Content.ReadAsStringAsync()).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/wisverboden{handler}")
        {
            Content = new FormUrlEncodedContent([.. fields.Select(static f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Cookie", form.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        return await client.SendAsync(request);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

public sealed class SqliteLegalHoldTests() : LegalHoldTests(new GatewayFixture());

public sealed class PostgresLegalHoldTests() : LegalHoldTests(new PostgresFixture());
