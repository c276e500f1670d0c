using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store.Tests.Erasing;

public abstract class LegalHoldTests
{
    private protected abstract StoreEngine Engine { get; }

    [Fact]
    public async Task Erase_PersonHeld_IsRefusedUntilTheHoldIsLifted()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5);
        var hold = AnOrder.Hold(store, 5);
        Assert.Equal("done", (await store.Gateway.Orders.CarryOutAsync(hold)).Outcome);

        var refused = await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5));

        Assert.Equal("refused", refused.Outcome);
        Assert.Contains(hold.Id.ToString("D"), refused.Lines[0], StringComparison.Ordinal);
        Assert.NotEmpty((await AnOrder.ReadAsync(store, 0)).Values);
        Assert.Equal("done", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Lift(store, 5))).Outcome);
        Assert.Equal("done", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5))).Outcome);
        Assert.Equal("nothing", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Lift(store, 5))).Outcome);
    }

    [Fact]
    public async Task Erase_SharesAViewWithAPersonHeld_IsRefused()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5, 6);
        await store.Gateway.Orders.CarryOutAsync(AnOrder.Hold(store, 6));

        var refused = await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5));

        Assert.Equal("refused", refused.Outcome);
        Assert.NotEmpty((await AnOrder.ReadAsync(store, 0)).Values);
    }

    [Fact]
    public async Task Erase_AnotherPersonHeld_IsNotStopped()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5);
        await AnOrder.AppendAsync(store, 6);
        await store.Gateway.Orders.CarryOutAsync(AnOrder.Hold(store, 6));

        Assert.Equal("done", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5))).Outcome);
    }

    [Fact]
    public async Task Hold_LastDayPastOrMissing_IsRefused()
    {
        await using var store = new TemporaryStore(Engine);

        Assert.Equal("refused", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Hold(store, 5, days: -2))).Outcome);
        Assert.Equal("refused", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Hold(store, 5) with { Until = null })).Outcome);
    }

    [Fact]
    public async Task Hold_LaidAndLifted_AreRecordsOfTheViewerOnly()
    {
        await using var store = new TemporaryStore(Engine);
        await store.Gateway.Orders.CarryOutAsync(AnOrder.Hold(store, 5));
        await store.Gateway.Orders.CarryOutAsync(AnOrder.Lift(store, 5));

        var records = await store.Gateway.Reading.ListAsync(AnOrder.Viewer, new RecordQuery { Types = [RecordType.LegalHold] }, default);

        Assert.Equal(["lifted", "laid"], records.Select(static r => r.Record.Outcome));
        Assert.Empty(await store.Gateway.Reading.ListAsync("ziekenhuis-noord", new RecordQuery(), default));
    }

    [Fact]
    public async Task Lay_OnTheConsole_StopsTheErasureOfTheOrganisationAndOfItsOfficersLooks()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5);
        await LookAsync(store);

        await LayAsync(store, 5);

        Assert.Equal("refused", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5))).Outcome);
        Assert.Equal("refused", (await store.Gateway.Orders.CarryOutAsync(EraseLook(store))).Outcome);
    }

    [Fact]
    public async Task Lift_OnTheConsole_LiftsWhatWasLaidWithIt()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5);
        await LookAsync(store);
        var hold = await LayAsync(store, 5);

        Assert.Equal(2, await LiftAsync(store, Owner, hold));

        Assert.Equal("done", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5))).Outcome);
        Assert.Equal("done", (await store.Gateway.Orders.CarryOutAsync(EraseLook(store))).Outcome);
        Assert.Null(await LiftAsync(store, Owner, hold));
    }

    [Fact]
    public async Task Lift_OfAHoldOfTheCommandLine_LiftsTheOrganisationsAndLeavesAnothers()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5);
        var order = AnOrder.Hold(store, 5);
        var hospital = Convert.ToHexStringLower(new ViewSealer(store.Gateway.Keys).Blind("ziekenhuis-noord", A.Handle(5).ToBytes()));
        await store.Gateway.Orders.CarryOutAsync(order with { Persons = [.. order.Persons, new LogOrderPerson("ziekenhuis-noord", hospital, RetentionClass.Log)] });

        Assert.Equal(1, await LiftAsync(store, Owner, order.Id));

        Assert.Empty(await ListAsync(store, A.Ashg));
        Assert.Equal("zaak-17", Assert.Single(await ListAsync(store, A.Hospital)).Reason);
    }

    [Fact]
    public async Task Lift_ByAnotherOrganisation_FindsNothing()
    {
        await using var store = new TemporaryStore(Engine);
        var hold = await LayAsync(store, 5);

        Assert.Null(await LiftAsync(store, new HoldOwner(A.Hospital, ["fg-ashg-noord"]), hold));
        Assert.Null(await LiftAsync(store, Owner, Guid.NewGuid()));

        Assert.Single(await ListAsync(store, A.Ashg));
        Assert.Empty(await ListAsync(store, A.Hospital));
    }

    [Fact]
    public async Task Lift_ByTwoAtOnce_IsRecordedOnce()
    {
        await using var store = new TemporaryStore(Engine);
        var hold = await LayAsync(store, 5);
        var one = await store.Gateway.LegalHolds.LiftAsync(Guid.CreateVersion7(), Owner, hold, default);
        var two = await store.Gateway.LegalHolds.LiftAsync(Guid.CreateVersion7(), Owner, hold, default);
        await store.AppendAsync(A.Record(), one!.Writes);

        var conflict = await Assert.ThrowsAsync<CompanionConflictException>(async () => await store.AppendAsync(A.Record(), two!.Writes));

        Assert.Equal("legal-hold", conflict.Message);
        Assert.Equal(2, (await store.Gateway.Reading.VerifyAsync(default)).TreeSize);
    }

    [Fact]
    public async Task List_OfHolds_HasThoseThatStandWithTheTimeOfTheirRecord()
    {
        await using var store = new TemporaryStore(Engine);
        var later = await LayAsync(store, 5, days: 40);
        var first = await LayAsync(store, 6, days: 3);
        await LiftAsync(store, Owner, await LayAsync(store, 7, days: 9));

        var standing = await ListAsync(store, A.Ashg);

        Assert.Equal([first, later], standing.Select(static h => h.Id));
        Assert.Equal((A.Noon, "fg-ashg-noord", AnOrder.Blind(store, 6)), (standing[0].Since, standing[0].By, standing[0].Person));
        Assert.Equal([later], (await ListAsync(store, A.Ashg, Today.AddDays(4))).Select(static h => h.Id));
        Assert.Empty(await ListAsync(store, A.Ashg, Today.AddDays(41)));
    }

    [Fact]
    public async Task Lift_OfAHoldOfAnEarlierBuild_LiftsThatOneOnly()
    {
        await using var store = new TemporaryStore(Engine);
        var hold = await LayAsync(store, 5);
        await using (var connection = store.Connect())
        {
            connection.Execute("UPDATE legal_hold SET laid = " + (Engine == StoreEngine.Sqlite ? "x''" : "''"));
        }

        Assert.Equal(1, await LiftAsync(store, Owner, hold));

        Assert.Empty(await ListAsync(store, A.Ashg));
    }

    [Theory]
    [InlineData("")]
    [InlineData("een verhaal")]
    [InlineData("zaak\u00e9")]
    public async Task Lay_ReasonIsNoCode_IsRefused(string reason)
    {
        await using var store = new TemporaryStore(Engine);

        Assert.Throws<ArgumentException>(() => store.Gateway.LegalHolds.Lay(Guid.CreateVersion7(), Owner, A.Handle(5), reason, Today, "fg-ashg-noord"));
    }

    [Theory]
    [InlineData("ZZ")]
    [InlineData("00000000000000000000000000000000AA")]
    [InlineData("0000000000000000000000000000000G")]
    [InlineData("")]
    public async Task Order_PersonIsNoBlindValue_IsRefused(string person)
    {
        await using var store = new TemporaryStore(Engine);
        var order = AnOrder.Erase(store, 5) with { Persons = [new LogOrderPerson(AnOrder.Viewer, person, RetentionClass.Log)] };

        Assert.Equal("refused", (await store.Gateway.Orders.CarryOutAsync(order)).Outcome);
        Assert.Equal("refused", (await store.Gateway.Orders.CarryOutAsync(order with { Persons = [] })).Outcome);
        Assert.Equal("refused", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5) with { Kind = LogOrderKind.None })).Outcome);
    }

    private static HoldOwner Owner => new(A.Ashg, ["fg-ashg-noord"]);

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static async Task<Guid> LayAsync(TemporaryStore store, byte person, int days = 30)
    {
        var transaction = Guid.CreateVersion7();
        var change = store.Gateway.LegalHolds.Lay(transaction, Owner, A.Handle(person), "zaak-17", Today.AddDays(days), "fg-ashg-noord");
        await store.AppendAsync(A.Record() with { Type = RecordType.LegalHold, Transaction = transaction }, change.Writes);
        return change.Holds[0];
    }

    private static async Task<int?> LiftAsync(TemporaryStore store, HoldOwner owner, Guid hold)
    {
        if (await store.Gateway.LegalHolds.LiftAsync(Guid.CreateVersion7(), owner, hold, default) is not { } change)
        {
            return null;
        }

        await store.AppendAsync(A.Record(), change.Writes);
        return change.Holds.Length;
    }

    private static async Task<IReadOnlyList<StandingHold>> ListAsync(TemporaryStore store, PartnerId organisation, DateOnly? day = null) =>
        await store.Gateway.LegalHolds.ListAsync(organisation, day ?? Today, default);

    private static async Task LookAsync(TemporaryStore store) =>
        await store.AppendAsync(A.Record(new RecordView("fg-ashg-noord", [new RecordValue("page", "/betrokkene")], [A.Handle(5).ToBytes()])) with { Type = RecordType.Look });

    private static LogOrder EraseLook(TemporaryStore store) => AnOrder.Erase(store, 5) with
    {
        Persons = [new LogOrderPerson("fg-ashg-noord", Convert.ToHexStringLower(new ViewSealer(store.Gateway.Keys).Blind("fg-ashg-noord", A.Handle(5).ToBytes())), RetentionClass.Log)],
    };
}
