using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store.Tests;

public abstract class RegisterTests
{
    private protected abstract StoreEngine Engine { get; }

    private static readonly RolSet Victim = RolSet.Of(BetrokkeneRol.Slachtoffer);
    private static readonly RolSet Suspect = RolSet.Of(BetrokkeneRol.Pleger);

    [Fact]
    public async Task Read_AllColumns_ComeBack()
    {
        await using var store = new TemporaryStore(Engine);
        var resource = A.Resource(A.Ashg, A.Gp, "Condition", "c1", new StoredPerson("p1", A.Handle(1), Victim), new StoredPerson("p2", null, Suspect)) with
        {
            Origin = DataOrigin.Medical,
            Classes = CategorySet.Of(13),
            CaseHandle = "case",
        };
        await store.AppendAsync(A.Record(), A.Storing(resource));

        var read = await store.Gateway.Resources.ReadAsync(A.Ashg, "Condition", "c1", default);

        Assert.Equal(resource.Persons.AsEnumerable(), read!.Persons);
        Assert.Equal(resource with { Persons = [], Json = default }, read with { Persons = [], Json = default });
        Assert.Null(await store.Gateway.Resources.ReadAsync(A.Gp, "Condition", "c1", default));
        Assert.Null(await store.Gateway.Resources.ReadAsync(A.Ashg, "Patient", "c1", default));
    }

    [Fact]
    public async Task Read_TwoVersions_GivesTheNewestAndSearchFindsOnlyIt()
    {
        await using var store = new TemporaryStore(Engine);
        var first = A.Resource(A.Ashg, A.Ashg, "Condition", "c1");
        await store.AppendAsync(A.Record(), A.Storing(first));
        await store.AppendAsync(A.Record(), A.Storing(first with { Version = 2, Json = "{}"u8.ToArray() }));

        Assert.Equal("{}", A.Text((await store.Gateway.Resources.ReadAsync(A.Ashg, "Condition", "c1", default))!.Json));
        Assert.Equal(2, Assert.Single((await store.Gateway.Resources.SearchAsync(new ResourceQuery { Register = A.Ashg, Type = "Condition" }, default)).Resources).Version);
        var conflict = await Assert.ThrowsAsync<CompanionConflictException>(() => store.AppendAsync(A.Record(), A.Storing(first with { Version = 2 })).AsTask());
        Assert.Equal("version", conflict.Message);
    }

    [Fact]
    public async Task Search_ByTerms_NeedsAllOfThemInThatRegister()
    {
        await using var store = new TemporaryStore(Engine);
        SearchTerm a = new("identifier", "urn:x|1");
        SearchTerm b = new("patient", "Patient/p1");
        await store.AppendAsync(A.Record(), A.Storing(
            A.Resource(A.Ashg, A.Ashg, "Condition", "both") with { Terms = [a, b] },
            A.Resource(A.Ashg, A.Ashg, "Condition", "one") with { Terms = [a] },
            A.Resource(A.Gp, A.Gp, "Condition", "elsewhere") with { Terms = [a, b] }));

        Assert.Equal(["both", "one"], await Ids(a));
        Assert.Equal(["both"], await Ids(a, b));
        Assert.Empty(await Ids(new SearchTerm("patient", "urn:x|1")));

        async Task<IEnumerable<string>> Ids(params SearchTerm[] terms) =>
            (await store.Gateway.Resources.SearchAsync(new ResourceQuery { Register = A.Ashg, Type = "Condition", Terms = [.. terms] }, default)).Resources.Select(static r => r.Id);
    }

    [Fact]
    public async Task Search_SourceTransactionAndPages_Narrow()
    {
        await using var store = new TemporaryStore(Engine);
        var resources = Enumerable.Range(0, 5).Select(i => A.Resource(A.Ashg, i == 4 ? A.Gp : A.Ashg, "Condition", $"c{i}")).ToArray();
        await store.AppendAsync(A.Record(), A.Storing(resources));
        var query = new ResourceQuery { Register = A.Ashg, Type = "Condition" };

        var page = await store.Gateway.Resources.SearchAsync(query with { Limit = 3 }, default);
        var rest = await store.Gateway.Resources.SearchAsync(query with { Limit = 3, After = page.Next }, default);
        Assert.Equal(["c0", "c1", "c2"], page.Resources.Select(static r => r.Id));
        Assert.Equal(["c3", "c4"], rest.Resources.Select(static r => r.Id));
        Assert.Null(rest.Next);
        Assert.Equal("c4", Assert.Single((await store.Gateway.Resources.SearchAsync(query with { Source = A.Gp }, default)).Resources).Id);
        Assert.Equal("c2", Assert.Single((await store.Gateway.Resources.SearchAsync(query with { Type = "", Transaction = resources[2].Transaction }, default)).Resources).Id);
        Assert.Equal("c1", Assert.Single((await store.Gateway.Resources.SearchAsync(query with { Id = "c1" }, default)).Resources).Id);
        await Assert.ThrowsAsync<ArgumentException>(() => store.Gateway.Resources.SearchAsync(query with { Type = "" }, default).AsTask());
    }

    [Fact]
    public async Task FindPersons_OwnAndReceived_FindsOwnCasesOnly()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(), A.Storing(
            A.Resource(A.Ashg, A.Ashg, "Patient", "own", new StoredPerson("own", A.Handle(1), Victim)),
            A.Resource(A.Ashg, A.Gp, "Patient", "received", new StoredPerson("received", A.Handle(1), Victim)),
            A.Resource(A.Ashg, A.Ashg, "Condition", "about", new StoredPerson("own", A.Handle(1), Victim)),
            A.Resource(A.Ashg, A.Ashg, "Patient", "other", new StoredPerson("other", A.Handle(2), Suspect))));

        Assert.Equal(new StoredPerson("own", A.Handle(1), Victim), Assert.Single(await store.Gateway.Resources.FindPersonsAsync(A.Ashg, A.Handle(1), default)));
        Assert.Empty(await store.Gateway.Resources.FindPersonsAsync(A.Gp, A.Handle(1), default));
        Assert.Empty(await store.Gateway.Resources.FindPersonsAsync(A.Ashg, A.Handle(3), default));
    }

    [Fact]
    public async Task FindEarlier_AnotherSource_FindsNothing()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(), A.Storing(A.Resource(A.Ashg, A.Gp, "Patient", "p", new StoredPerson("p", A.Handle(1), Victim))));

        Assert.Single((await store.Gateway.Resources.FindEarlierAsync(A.Ashg, A.Gp, "Patient", "p", default))!.Value);
        Assert.Null(await store.Gateway.Resources.FindEarlierAsync(A.Ashg, A.Hospital, "Patient", "p", default));
    }

    [Fact]
    public async Task FindPermission_ReplacedByANewerOne_GivesTheNewer()
    {
        await using var store = new TemporaryStore(Engine);
        var day = new DateOnly(2009, 6, 1);
        var given = new StandingPermission(A.Ashg, A.Handle(1), A.Hospital, new Purpose("STATUS"), new Ground("G-CONSENT"), StatusLevel.L2, day, day.AddDays(10), "J. Jansen", "consent-1");
        await store.AppendAsync(A.Record(), new StoreWrites { Permissions = [given] });

        Assert.Equal(given, await Find(day));
        Assert.Equal(given, await Find(day.AddDays(10)));
        Assert.Null(await Find(day.AddDays(11)));
        Assert.Null(await Find(day.AddDays(-1)));
        await store.AppendAsync(A.Record(), new StoreWrites { Permissions = [given with { Until = day.AddDays(-1), ConsentId = "withdrawn" }] });
        Assert.Null(await Find(day));
        await store.AppendAsync(A.Record(), new StoreWrites { Permissions = [given] });
        Assert.Equal(given, await Find(day));
        await store.AppendAsync(A.Record(), new StoreWrites { Permissions = [given with { Level = StatusLevel.L0 }] });
        Assert.Null(await Find(day));

        ValueTask<StandingPermission?> Find(DateOnly on) => store.Gateway.Resources.FindPermissionAsync(A.Ashg, A.Handle(1), A.Hospital, new Purpose("STATUS"), on, default);
    }

    [Theory]
    [InlineData("UPDATE resource SET source = 'huisarts-noord'")]
    [InlineData("UPDATE resource SET classes = 0")]
    [InlineData("UPDATE resource SET origin = 0")]
    [InlineData("UPDATE resource SET sealed = zeroblob(length(sealed))")]
    public async Task Read_ColumnRelabelled_IsRefused(string sql)
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(), A.Storing(A.Resource(A.Ashg, A.Ashg, "Condition", "c1") with { Classes = CategorySet.Of(5), Origin = DataOrigin.Wpg }));
        using (var connection = store.Connect())
        {
            connection.Execute(sql);
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => store.Gateway.Resources.ReadAsync(A.Ashg, "Condition", "c1", default).AsTask());
    }

    [Fact]
    public async Task Files_AfterAppend_HoldNoPlainContent()
    {
        await using var store = new TemporaryStore(Engine);
        var secret = "Kerkstraat-9-geheim";
        var view = new RecordView("ashg-noord", [new RecordValue("reason", secret)], []);
        await store.AppendAsync(A.Record(view), new StoreWrites
        {
            Resources = [A.Resource(A.Ashg, A.Ashg, "Location", "l1") with { Json = Encoding.UTF8.GetBytes(secret), Terms = [new SearchTerm("identifier", secret)] }],
            Dossier = new Dossier(Guid.CreateVersion7(), A.Hospital, Encoding.UTF8.GetBytes(secret), A.Noon),
            Hold = new HeldMessage(Guid.CreateVersion7(), A.Hospital, A.Ashg, A.Noon, [secret], Encoding.UTF8.GetBytes(secret)),
            Idempotency = new IdempotencyEntry(A.Hospital, secret, "d", Guid.CreateVersion7(), 200, Encoding.UTF8.GetBytes(secret), A.Noon),
        });
        await store.Gateway.DisposeAsync();

        Assert.Empty(await store.FilesWith(Encoding.UTF8.GetBytes(secret)));
        await store.ReopenAsync();
    }
}
