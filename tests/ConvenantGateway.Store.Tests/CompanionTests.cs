using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store.Tests;

public abstract class CompanionTests
{
    private protected abstract StoreEngine Engine { get; }

    [Fact]
    public async Task Idempotency_SecondUse_ConflictsUntilItExpired()
    {
        await using var store = new TemporaryStore(Engine);
        var entry = new IdempotencyEntry(A.Hospital, "key", "digest", Guid.CreateVersion7(), 200, "answer"u8.ToArray(), A.Noon.AddHours(72));
        var writes = new StoreWrites { Idempotency = entry };
        await store.AppendAsync(A.Record(), writes);

        var found = await store.Gateway.Transactions.FindAsync(A.Hospital, "key", A.Noon.AddHours(71), default);
        Assert.Equal("answer", A.Text(found!.Response));
        Assert.Equal(entry with { Response = default }, found with { Response = default });
        Assert.Null(await store.Gateway.Transactions.FindAsync(A.Hospital, "key", A.Noon.AddHours(72), default));
        Assert.Null(await store.Gateway.Transactions.FindAsync(A.Gp, "key", A.Noon, default));
        Assert.Equal("idempotency-key", (await Assert.ThrowsAsync<CompanionConflictException>(() => store.AppendAsync(A.Record(), writes).AsTask())).Message);
        await store.AppendAsync(A.Record() with { Time = A.Noon.AddHours(73) }, writes with { Idempotency = entry with { Expires = A.Noon.AddHours(145) } });
    }

    [Fact]
    public async Task Idempotency_TwentyAtOnce_OneWins()
    {
        await using var store = new TemporaryStore(Engine);
        var entry = new IdempotencyEntry(A.Hospital, "key", "digest", Guid.CreateVersion7(), 200, "answer"u8.ToArray(), A.Noon.AddHours(72));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            try
            {
                await store.AppendAsync(A.Record(), new StoreWrites { Idempotency = entry });
                return true;
            }
            catch (CompanionConflictException)
            {
                return false;
            }
        })));

        Assert.Equal(1, outcomes.Count(static o => o));
        Assert.Equal(1, (await store.Gateway.Reading.VerifyAsync(default)).TreeSize);
    }

    [Fact]
    public async Task Claim_SameTransactionOfTwoCallers_IsPerCaller()
    {
        await using var store = new TemporaryStore(Engine);
        var transaction = Guid.CreateVersion7();
        await store.AppendAsync(A.Record(), new StoreWrites { Claim = (A.Hospital, transaction) });

        Assert.True(await store.Gateway.Transactions.IsUsedAsync(A.Hospital, transaction, default));
        Assert.False(await store.Gateway.Transactions.IsUsedAsync(A.Gp, transaction, default));
        await store.AppendAsync(A.Record(), new StoreWrites { Claim = (A.Gp, transaction) });
    }

    [Fact]
    public async Task RestsOn_ConsentOfALaterVersion_ConflictsAndWritesNothing()
    {
        await using var store = new TemporaryStore(Engine);
        var consent = A.Resource(A.Ashg, A.Ashg, "Consent", "c-1");
        await store.AppendAsync(A.Record(), A.Storing(consent));
        var resting = A.Storing(A.Resource(A.Hospital, A.Ashg, "Patient", "p-1")) with { RestsOn = [new ConsentVersion(A.Ashg, "c-1", 1)] };
        await store.AppendAsync(A.Record(), resting);
        await store.AppendAsync(A.Record(), A.Storing(consent with { Version = 2 }));

        var late = A.Storing(A.Resource(A.Hospital, A.Ashg, "Patient", "p-2")) with { RestsOn = [new ConsentVersion(A.Ashg, "c-1", 1)] };
        Assert.Equal("consent", (await Assert.ThrowsAsync<CompanionConflictException>(() => store.AppendAsync(A.Record(), late).AsTask())).Message);
        Assert.Null(await store.Gateway.Resources.ReadAsync(A.Hospital, "Patient", "p-2", default));
        Assert.Equal(3, (await store.Gateway.Reading.VerifyAsync(default)).TreeSize);
    }

    [Theory]
    [InlineData("ashg-noord", "c-2", 1)]
    [InlineData("ziekenhuis-noord", "c-1", 1)]
    [InlineData("ashg-noord", "c-1", 2)]
    public async Task RestsOn_ConsentThatIsNotThere_Conflicts(string register, string id, int version)
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(), A.Storing(A.Resource(A.Ashg, A.Ashg, "Consent", "c-1")));
        var writes = new StoreWrites { RestsOn = [new ConsentVersion(Policy.PartnerId.Parse(register), id, version)] };
        await Assert.ThrowsAsync<CompanionConflictException>(() => store.AppendAsync(A.Record(), writes).AsTask());
    }

    [Fact]
    public async Task Outcome_TwentyAtOnce_OneWinsWithItsDossier()
    {
        await using var store = new TemporaryStore(Engine);
        var used = new UsedOutcome(A.Hospital, Guid.CreateVersion7(), A.Noon.AddMinutes(15));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            var dossier = new Dossier(Guid.CreateVersion7(), A.Hospital, "{}"u8.ToArray(), A.Noon.AddMinutes(5));
            try
            {
                await store.AppendAsync(A.Record(), new StoreWrites { Outcome = used, Dossier = dossier });
                return await store.Gateway.Dossiers.ReadAsync(A.Hospital, dossier.Id, default) is not null;
            }
            catch (CompanionConflictException e) when (e.Message == "outcome")
            {
                Assert.Null(await store.Gateway.Dossiers.ReadAsync(A.Hospital, dossier.Id, default));
                return false;
            }
        })));

        Assert.Equal(1, outcomes.Count(static o => o));
        Assert.Equal(1, (await store.Gateway.Reading.VerifyAsync(default)).TreeSize);
    }

    [Fact]
    public async Task Outcome_OfAnotherCallerOrLater_IsStillUsed()
    {
        await using var store = new TemporaryStore(Engine);
        var used = new UsedOutcome(A.Hospital, Guid.CreateVersion7(), A.Noon.AddMinutes(15));
        await store.AppendAsync(A.Record(), new StoreWrites { Outcome = used });

        await Assert.ThrowsAsync<CompanionConflictException>(() => store.AppendAsync(A.Record(), new StoreWrites { Outcome = used with { Caller = A.Gp } }).AsTask());
        await Assert.ThrowsAsync<CompanionConflictException>(() => store.AppendAsync(A.Record() with { Time = A.Noon.AddHours(24) }, new StoreWrites { Outcome = used }).AsTask());
        await store.AppendAsync(A.Record(), new StoreWrites { Outcome = used with { Id = Guid.CreateVersion7() } });
    }

    [Fact]
    public async Task Dossier_AskedByAnother_IsItsCallersOnly()
    {
        await using var store = new TemporaryStore(Engine);
        var dossier = new Dossier(Guid.CreateVersion7(), A.Hospital, "{}"u8.ToArray(), A.Noon);
        await store.AppendAsync(A.Record() with { Type = RecordType.Token }, new StoreWrites { Dossier = dossier });

        Assert.Equal("{}", A.Text((await store.Gateway.Dossiers.ReadAsync(A.Hospital, dossier.Id, default))!.Json));
        Assert.Null(await store.Gateway.Dossiers.ReadAsync(A.Gp, dossier.Id, default));
    }

    [Fact]
    public async Task Holds_Listed_AreTheSendersNewestFirstWithoutBody()
    {
        await using var store = new TemporaryStore(Engine);
        foreach (var i in (int[])[1, 2])
        {
            var held = new HeldMessage(Guid.CreateVersion7(), A.Hospital, A.Ashg, A.Noon.AddMinutes(i), ["Observation.note (D05)", "Flag (D10)"], "body"u8.ToArray());
            await store.AppendAsync(A.Record() with { Type = RecordType.Hold }, new StoreWrites { Hold = held });
        }

        var listed = await store.Gateway.Holds.ListAsync(A.Hospital, default);

        Assert.Equal(new[] { A.Noon.AddMinutes(2), A.Noon.AddMinutes(1) }, listed.Select(static h => h.HeldAt));
        Assert.Equal(new[] { "Observation.note (D05)", "Flag (D10)" }, listed[0].Reasons);
        Assert.True(listed[0].Body.IsEmpty);
        Assert.Empty(await store.Gateway.Holds.ListAsync(A.Ashg, default));
    }

    [Fact]
    public async Task Inquiry_Opened_IsOpenUntilItsEndForItsOfficer()
    {
        await using var store = new TemporaryStore(Engine);
        var inquiry = new SupervisorInquiry("2026-7", "toezicht-cbp", [A.Ashg, A.Gp], A.Noon);
        await store.AppendAsync(A.Record() with { Type = RecordType.Inquiry }, new StoreWrites { Inquiry = inquiry });

        var open = Assert.Single(await store.Gateway.Inquiries.OpenAsync("toezicht-cbp", A.Noon.AddTicks(-1), default));
        Assert.Equal(inquiry.Organisations.AsEnumerable(), open.Organisations);
        Assert.Empty(await store.Gateway.Inquiries.OpenAsync("toezicht-cbp", A.Noon, default));
        Assert.Empty(await store.Gateway.Inquiries.OpenAsync("fg-ashg-noord", A.Noon.AddTicks(-1), default));
    }
}
