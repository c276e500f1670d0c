using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests.Erasing;

public abstract class BackupTests : IAsyncLifetime
{
    private TemporaryStore _store = null!;
    private BackupPlaces _places = null!;

    private protected abstract StoreEngine Engine { get; }

    private string Backup => _places.Backup;

    private string Restored => _places.Restored;

    public ValueTask InitializeAsync()
    {
        _store = new TemporaryStore(Engine, keepsState: true);
        _places = new BackupPlaces(_store);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _places.Dispose();
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Restore_BackupOfARunningNode_BeginsAnEpochThatContinuesTheOldTree()
    {
        var receipts = new List<AuditReceipt>();
        for (byte i = 0; i < 5; i++)
        {
            receipts.Add(await AnOrder.AppendAsync(_store, 5));
        }

        var (oldKey, oldCheckpoint) = (Key(_store.Gateway), await _store.Gateway.Reading.CheckpointAsync(default));
        var made = _places.Write();
        var lost = await AnOrder.AppendAsync(_store, 5);

        var report = await RestoreAsync(damaged: _store.Place);

        Assert.Equal((5, 1, "convenantgateway.nl/log/test/e2"), (report.Size, (int)report.Lost!, report.Log));
        Assert.Equal(5, made.Size);
        await using var restored = Open();
        Assert.Equal(report.Key, restored.Reading.VerifierKey);
        Assert.True((await restored.Reading.VerifyAsync(default)).IsValid);
        foreach (var receipt in receipts)
        {
            var proof = await restored.Reading.ProofAsync(AnOrder.Viewer, receipt.Transaction, default);
            Assert.Equal((receipt.Index, receipt.Leaf), (proof!.Index, proof.LeafHash));
        }

        Assert.Null(await restored.Reading.ProofAsync(AnOrder.Viewer, lost.Transaction, default));
        Assert.True(Checkpoint.TryOpen(oldCheckpoint, oldKey, out var old));
        Assert.True(Checkpoint.TryOpen(await restored.Reading.CheckpointAsync(default), Key(restored), out var now));
        using var log = StorePlace.Of(Restored).OpenReading();
        var proofOfOld = MerkleProofs.Consistency(new StoredTreeHashes(log), old.Size, now.Size);
        Assert.True(MerkleProofs.VerifyConsistency(old.Size, old.Root.Span, now.Size, now.Root.Span, proofOfOld));
        var epoch = (await restored.Reading.ListAsync("beheer-noord", new RecordQuery { Types = [RecordType.Epoch] }, default))[0];
        Assert.Contains(new RecordValue("old-log", "convenantgateway.nl/log/test"), epoch.Values);
        Assert.Contains(new RecordValue("root", Convert.ToHexStringLower(old.Root.Span)), epoch.Values);
    }

    [Fact]
    public async Task Restore_Verified_ByTheOldKeyAndByTheNewAndByNoOther()
    {
        await AnOrder.AppendAsync(_store, 5);
        var oldKey = Key(_store.Gateway);
        _places.Write();
        var report = await RestoreAsync();
        using var log = LogDatabase.Open(Restored);
        Assert.True(VerifierKey.TryParse(report.Key, out var newKey));

        Assert.True(log.Verify(oldKey, default).IsValid);
        Assert.True(log.Verify(newKey, default).IsValid);
        Assert.False(log.Verify(new NoteSigner(newKey.Name, new byte[32]).VerifierKey, default).IsValid);
        Assert.False(log.Verify(new NoteSigner(oldKey.Name, new byte[32]).VerifierKey, default).IsValid);

        using var export = new MemoryStream();
        log.Export(export, Path.Combine(_places.RestoredState, "keys.db"), AnOrder.Viewer, new Dictionary<string, byte[]>(), TimeProvider.System);
        Assert.Empty(ExportVerifier.Verify(export, oldKey).Findings);
        Assert.Empty(ExportVerifier.Verify(export, newKey).Findings);
        Assert.NotEmpty(ExportVerifier.Verify(export, new NoteSigner(oldKey.Name, new byte[32]).VerifierKey).Findings);
    }

    [Fact]
    public async Task Restore_HandoverForged_TrustsOneSideOnly()
    {
        await AnOrder.AppendAsync(_store, 5);
        var oldKey = Key(_store.Gateway);
        _places.Write();
        await RestoreAsync();
        using (var log = StorePlace.Of(Restored).OpenWriting())
        {
            log.Run("UPDATE log_key SET handover = NULL WHERE seq = 2");
        }

        using var changed = LogDatabase.Open(Restored);

        Assert.False(changed.Verify(oldKey, default).IsValid);
    }

    [Theory]
    [InlineData("the file of tombstones")]
    [InlineData("the damaged log")]
    public async Task Restore_BackupOlderThanAnErasure_ErasesAgainBeforeItServes(string known)
    {
        await AnOrder.AppendAsync(_store, 5);
        await AnOrder.AppendAsync(_store, 6);
        var secret = AnOrder.Secret(_store, 5);
        _places.Write();
        await _store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(_store, 5));

        var report = known == "the file of tombstones"
            ? await RestoreAsync(erasures: Path.Combine(_store.Directory, ErasuresFile.Name))
            : await RestoreAsync(damaged: _store.Place);

        Assert.Equal((1, 1), (report.Known, report.Replayed));
        Assert.Empty(_places.RestoredFilesWith(secret));
        await using var restored = Open();
        Assert.Equal(new ErasureMark(3, "Wbp-36"), (await restored.Reading.FindAsync(AnOrder.Viewer, 0, default))!.Erased);
        Assert.NotEmpty((await restored.Reading.FindAsync(AnOrder.Viewer, 1, default))!.Values);
        Assert.True((await restored.Reading.VerifyAsync(default)).IsValid);
        var tombstone = (await restored.Reading.ListAsync(AnOrder.Viewer, new RecordQuery { Types = [RecordType.Erasure] }, default))[0];
        Assert.Equal("replayed", tombstone.Record.Outcome);
        Assert.Single(ErasuresFile.Read(Path.Combine(_places.RestoredState, ErasuresFile.Name)));
    }

    [Fact]
    public async Task Restore_BackupThatKnowsTheErasure_RecordsItOnce()
    {
        await AnOrder.AppendAsync(_store, 5);
        await _store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(_store, 5));
        await AnOrder.AppendAsync(_store, 5);
        _places.Write();

        var report = await RestoreAsync(damaged: _store.Place);

        Assert.Equal((1, 0), (report.Known, report.Replayed));
        await using var restored = Open();
        Assert.NotEmpty((await restored.Reading.FindAsync(AnOrder.Viewer, 2, default))!.Values);
        Assert.Equal(1, (await restored.Reading.FindAsync(AnOrder.Viewer, 0, default))!.Erased?.Tombstone);
    }

    [Fact]
    public async Task Backup_WhileOthersAppendAndErase_LosesNoValueWithoutATombstone()
    {
        await AnOrder.AppendAsync(_store, 9);
        using var enough = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                await AnOrder.AppendAsync(_store, (byte)(1 + (i % 6)));
                if (i % 5 == 4)
                {
                    await _store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(_store, (byte)(1 + (i % 6))));
                }
            }
        });
        for (var i = 0; i < 4; i++)
        {
            await Task.Delay(150, TestContext.Current.CancellationToken);
            if (Directory.Exists(Backup))
            {
                Directory.Delete(Backup, recursive: true);
            }

            _places.Write();
        }

        await enough.CancelAsync();
        await writer;

        var report = await RestoreAsync();

        Assert.True(report.Replayed <= report.Known);
        await using var restored = Open();
        Assert.True((await restored.Reading.VerifyAsync(default)).IsValid);
        var readable = 0;
        foreach (var record in await restored.Reading.ListAsync(AnOrder.Viewer, new RecordQuery { Types = [RecordType.Exchange], Limit = 500 }, default))
        {
            Assert.True(record.Erased is not null ^ record.Values.Length > 0, $"record {record.Index}");
            readable += record.Values.Length > 0 ? 1 : 0;
        }

        Assert.True(readable > 0);
    }

    [Fact]
    public async Task Restore_OfARestore_BeginsTheNextEpoch()
    {
        await AnOrder.AppendAsync(_store, 5);
        var oldKey = Key(_store.Gateway);
        _places.Write();
        await RestoreAsync();
        var (second, third) = (Path.Combine(_places.Folder, "second"), _places.Another("third"));
        _ = NodeBackup.Write(new BackupOrder { Database = Restored, State = _places.RestoredState, To = second }, TimeProvider.System);

        var report = await NodeRestore.RunAsync(_places.Order with { From = second, To = third.Database, State = third.State, Key = oldKey }, TimeProvider.System);

        Assert.Equal("convenantgateway.nl/log/test/e3", report.Log);
        using var log = LogDatabase.Open(third.Database);
        Assert.True(log.Verify(oldKey, default).IsValid);
    }

    [Fact]
    public async Task Restore_OverData_IsRefused()
    {
        await AnOrder.AppendAsync(_store, 5);
        _places.Write();
        await RestoreAsync();

        await Assert.ThrowsAsync<BackupRefusedException>(() => RestoreAsync());
        await Assert.ThrowsAsync<BackupRefusedException>(async () => await NodeRestore.RunAsync(_places.Order with { To = _store.Place, State = Path.Combine(_places.Folder, "none") }, TimeProvider.System));
        Assert.Throws<BackupRefusedException>(() => _places.Write());
        Assert.True((await _store.Gateway.Reading.VerifyAsync(default)).IsValid);
        await using var restored = Open();
        Assert.Equal(2, (await restored.Reading.VerifyAsync(default)).TreeSize);
    }

    [Fact]
    public async Task Restore_AFolderThatHoldsSomething_IsRefused()
    {
        await AnOrder.AppendAsync(_store, 5);
        _places.Write();
        Directory.CreateDirectory(_places.RestoredState);
        await File.WriteAllTextAsync(Path.Combine(_places.RestoredState, "x"), "");

        await Assert.ThrowsAsync<BackupRefusedException>(() => RestoreAsync());

        Assert.False(_places.IsAnythingRestored());
    }

    [Fact]
    public async Task Restore_AnyFileOfTheBackupChangedOrGone_IsRefused()
    {
        await AnOrder.AppendAsync(_store, 5);
        await AnOrder.AppendAsync(_store, 6);
        await _store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(_store, 5));
        _places.Write();
        var files = Directory.GetFiles(Backup);
        Assert.Contains(Path.Combine(Backup, ErasuresFile.Name), files);
        foreach (var path in files)
        {
            var bytes = await File.ReadAllBytesAsync(path);
            foreach (var at in (int[])[0, bytes.Length / 2, bytes.Length - 1])
            {
                byte[] changed = [.. bytes];
                changed[at] ^= 1;
                await File.WriteAllBytesAsync(path, changed);
                await Assert.ThrowsAsync<BackupRefusedException>(() => RestoreAsync());
            }

            File.Delete(path);
            _ = path.EndsWith("manifest.json", StringComparison.Ordinal)
                ? (Exception)await Assert.ThrowsAsync<FileNotFoundException>(() => RestoreAsync())
                : await Assert.ThrowsAsync<BackupRefusedException>(() => RestoreAsync());
            await File.WriteAllBytesAsync(path, bytes);
        }

        Assert.False(_places.IsAnythingRestored());
        await RestoreAsync();
        Assert.True(_places.IsAnythingRestored());
    }

    [Fact]
    public async Task Restore_BackupOfTheOtherEngine_IsRefused()
    {
        await AnOrder.AppendAsync(_store, 5);
        _places.Write();
        var other = Engine == StoreEngine.Sqlite ? "Host=/nowhere;Database=x" : Path.Combine(_places.Folder, "files");

        var refused = await Assert.ThrowsAsync<BackupRefusedException>(async () => await NodeRestore.RunAsync(_places.Order with { To = other }, TimeProvider.System));

        Assert.Contains("is restored from a backup of one", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_AnotherKeyTrusted_IsRefused()
    {
        await AnOrder.AppendAsync(_store, 5);
        _places.Write();
        var other = new NoteSigner(TemporaryStore.Origin, new byte[32]).VerifierKey;

        await Assert.ThrowsAsync<BackupRefusedException>(async () => await NodeRestore.RunAsync(_places.Order with { Key = other }, TimeProvider.System));
        Assert.False(_places.IsAnythingRestored());
    }

    [Fact]
    public async Task Restore_NoBackup_SaysSo() => await Assert.ThrowsAsync<FileNotFoundException>(() => RestoreAsync());

    [Fact]
    public void Backup_Files_AreTheOwnersOnly()
    {
        _places.Write();

        foreach (var file in Directory.EnumerateFiles(Backup))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file));
        }
    }

    private static VerifierKey Key(GatewayStore gateway) => VerifierKey.TryParse(gateway.Reading.VerifierKey, out var key) ? key : throw new InvalidDataException();

    private GatewayStore Open() => GatewayStore.Open(_store.Options with { Database = Restored, State = _places.RestoredState }, TimeProvider.System);

    private async Task<RestoreReport> RestoreAsync(string? erasures = null, string? damaged = null) =>
        await NodeRestore.RunAsync(_places.Order with { Erasures = erasures is null ? [] : [erasures], Damaged = damaged }, TimeProvider.System);
}
