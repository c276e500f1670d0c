using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests;

/// <summary>A new key takes over: for a while both sign, then the new one alone; who trusts either verifies the whole, and no third key gets in.</summary>
public sealed class KeyRotationTests : IDisposable
{
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(30);

    private readonly MovableClock _time = new(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("convenant-rotation-").FullName;

    private StoreOptions Options => new() { Database = _folder, LogOrigin = TemporaryStore.Origin };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Rotate_DuringTheOverlap_BothKeysSignAndEitherVerifies()
    {
        var old = await AppendAsync(3);

        var rotated = KeyRotation.Run(_folder, Overlap, _time)!;
        var own = await AppendAsync(2);

        Assert.Equal((old, own, 3), (rotated.Old.ToString(), rotated.New.ToString(), rotated.Size));
        var note = await CheckpointAsync();
        Assert.True(Checkpoint.TryOpen(note, rotated.Old, out var first));
        Assert.True(Checkpoint.TryOpen(note, rotated.New, out var second));
        Assert.Equal((5, 5), (first.Size, second.Size));
        Assert.Empty(Verify(rotated.Old).Findings);
        Assert.Empty(Verify(rotated.New).Findings);
    }

    [Fact]
    public async Task Rotate_OverlapOver_TheNewKeySignsAloneAndTheOldOneEnds()
    {
        _ = await AppendAsync(3);
        var rotated = KeyRotation.Run(_folder, Overlap, _time)!;
        _ = await AppendAsync(4);

        _time.Advance(Overlap);
        _ = await AppendAsync(2);
        _ = await AppendAsync(1);

        Assert.False(Checkpoint.TryOpen(await CheckpointAsync(), rotated.Old, out _));
        var found = Verify(rotated.Old, rotated.New);
        Assert.Empty(found.Findings);
        Assert.Equal([new SignedRange(rotated.Old.ToString(), 0, 7), new SignedRange(rotated.New.ToString(), 3, 10)], found.SignedRanges);
    }

    [Fact]
    public async Task Rotate_OverlapEndsWhileTheNodeRuns_TheOldKeyStopsByItself()
    {
        _ = await AppendAsync(1);
        var rotated = KeyRotation.Run(_folder, Overlap, _time)!;
        await using (var gateway = GatewayStore.Open(Options, _time))
        {
            await gateway.Log.AppendAsync(A.Record(), null, default);
            _time.Advance(Overlap);
            await gateway.Log.AppendAsync(A.Record(), null, default);
        }

        Assert.False(Checkpoint.TryOpen(await CheckpointAsync(), rotated.Old, out _));
        Assert.Empty(Verify(rotated.New).Findings);
    }

    [Fact]
    public async Task Rotate_OverlapOver_TheOldPrivateKeyIsDestroyedAtTheNextStart()
    {
        _ = await AppendAsync(1);
        var old = Seeds().Single();
        _ = KeyRotation.Run(_folder, Overlap, _time)!;
        _ = await AppendAsync(1);
        Assert.Equal(2, Seeds().Count);

        _time.Advance(Overlap);
        _ = await AppendAsync(1);

        Assert.DoesNotContain(old, Seeds());
        Assert.Single(Seeds());
        Assert.All(Directory.EnumerateFiles(_folder, "keys.db*"), file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Convert.FromHexString(old))));
    }

    [Theory]
    [InlineData("UPDATE log_key SET until_size = 9000000000000000000 WHERE seq = (SELECT max(seq) FROM log_key)")]
    [InlineData("UPDATE log_key SET ends = 1 WHERE seq = (SELECT max(seq) FROM log_key)")]
    public async Task Start_RowOfTheNewestKeySaysThatItEnded_ItsPrivateKeyStays(string change)
    {
        _ = await AppendAsync(1);
        Change(change);

        _ = await AppendAsync(1);
        _ = await AppendAsync(1);

        Assert.Single(Seeds());
    }

    [Fact]
    public async Task Rotate_OldKeyCannotBeOverwritten_IsTriedAgainAtTheNextStart()
    {
        _ = await AppendAsync(1);
        var old = Seeds().Single();
        var rotated = KeyRotation.Run(_folder, Overlap, _time)!;
        _time.Advance(Overlap);
        using (var reader = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "keys.db")};Pooling=False;Mode=ReadOnly"))
        {
            reader.Open();
            using var transaction = reader.BeginTransaction(deferred: true);
            using var command = reader.CreateCommand();
            command.CommandText = "SELECT count(*) FROM key";
            _ = command.ExecuteScalar();
            await using var gateway = GatewayStore.Open(Options, _time);
            Assert.Equal([rotated.Old.ToString()], gateway.UndestroyedKeys.Select(static k => k.Key.ToString()));
        }

        Assert.Equal(2, Seeds().Count);
        Assert.DoesNotContain(old, Seeds());

        await using (var gateway = GatewayStore.Open(Options, _time))
        {
            Assert.Empty(gateway.UndestroyedKeys);
        }

        Assert.Single(Seeds());
        Assert.All(Directory.EnumerateFiles(_folder, "keys.db*"), file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Convert.FromHexString(old))));
    }

    [Fact]
    public async Task Rotate_ClockWasAheadForAStart_TheNodeStartsWithoutTheOldKey()
    {
        _ = await AppendAsync(1);
        var rotated = KeyRotation.Run(_folder, Overlap, _time)!;
        _time.Advance(Overlap);
        _ = await AppendAsync(1);

        _time.Advance(-Overlap);
        _ = await AppendAsync(1);

        Assert.Empty(Verify(rotated.Old).Findings);
        Assert.Empty(Verify(rotated.New).Findings);
        Assert.NotNull(KeyRotation.Run(_folder, Overlap, _time));
    }

    [Fact]
    public async Task Rotate_WhileAnOverlapRuns_IsRefusedAndWorksAfterIt()
    {
        _ = await AppendAsync(1);
        _ = KeyRotation.Run(_folder, Overlap, _time)!;

        Assert.Null(KeyRotation.Run(_folder, Overlap, _time));

        _time.Advance(Overlap);
        var third = KeyRotation.Run(_folder, Overlap, _time)!;
        _ = await AppendAsync(2);
        Assert.Empty(Verify(third.New).Findings);
        Assert.Equal(3, Verify(third.New).SignedRanges.Length);
    }

    [Fact]
    public async Task Rotate_NodeHasTheLog_IsRefused()
    {
        await using var gateway = GatewayStore.Open(Options, _time);

        Assert.Throws<LogInUseException>(() => KeyRotation.Run(_folder, Overlap, _time));
    }

    [Fact]
    public async Task Verify_KeyThatNobodyHandedOverTo_IsNotTrusted()
    {
        _ = await AppendAsync(2);
        var stranger = new NoteSigner(TemporaryStore.Origin, new byte[32]);

        Assert.NotEmpty(Verify(stranger.VerifierKey).Findings);
    }

    [Fact]
    public async Task Verify_HandoverForged_ThePartAfterItIsNotTrusted()
    {
        _ = await AppendAsync(2);
        var rotated = KeyRotation.Run(_folder, TimeSpan.FromDays(1), _time)!;
        _time.Advance(TimeSpan.FromDays(2));
        _ = await AppendAsync(2);
        Change("UPDATE log_key SET handover = (SELECT note FROM checkpoint LIMIT 1) WHERE seq = 2");

        Assert.NotEmpty(Verify(rotated.Old).Findings);
        Assert.NotEmpty(Verify(rotated.New).Findings);
    }

    [Fact]
    public async Task Export_AfterTwoRotations_VerifiesWithAnyOfTheKeys()
    {
        _ = await AppendAsync(3);
        var first = KeyRotation.Run(_folder, Overlap, _time)!;
        _ = await AppendAsync(2);
        _time.Advance(Overlap);
        var second = KeyRotation.Run(_folder, Overlap, _time)!;
        _time.Advance(Overlap);
        _ = await AppendAsync(1);
        using var zip = Export();

        foreach (var key in new[] { first.Old, first.New, second.New })
        {
            var found = ExportVerifier.Verify(zip, key);
            Assert.True(found.IsValid, string.Join('\n', found.Findings));
            Assert.Equal(second.New.ToString(), Assert.Single(found.SignedRanges).Key);
        }

        Assert.False(ExportVerifier.Verify(zip, new NoteSigner(TemporaryStore.Origin, new byte[32]).VerifierKey).IsValid);
    }

    private void Change(string sql)
    {
        using var log = StorePlace.Of(_folder).OpenWriting();
        log.Run(sql);
    }

    private MemoryStream Export()
    {
        using var log = LogDatabase.Open(Path.Combine(_folder, "convenant.db"));
        var zip = new MemoryStream();
        log.Export(zip, Path.Combine(_folder, "keys.db"), A.Ashg.Value, new Dictionary<string, byte[]>(), _time);
        return zip;
    }

    private List<string> Seeds()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "keys.db")};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hex(secret) FROM key WHERE kind = 'log'";
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    private async Task<string> AppendAsync(int count)
    {
        await using var gateway = GatewayStore.Open(Options, _time);
        for (var i = 0; i < count; i++)
        {
            await gateway.Log.AppendAsync(A.Record(A.View(A.Ashg, A.Handle((byte)i).ToBytes())), null, default);
        }

        return gateway.Reading.VerifierKey;
    }

    private async Task<byte[]> CheckpointAsync()
    {
        await using var gateway = GatewayStore.Open(Options, _time);
        return await gateway.Reading.CheckpointAsync(default);
    }

    private LogVerification Verify(params VerifierKey[] keys)
    {
        using var log = LogDatabase.Open(Path.Combine(_folder, "convenant.db"));
        return log.Verify(keys, default);
    }
}
