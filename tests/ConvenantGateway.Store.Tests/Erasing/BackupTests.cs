using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests.Erasing;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly TemporaryStore _store = new(StoreEngine.Sqlite);
    private readonly string _folder = Directory.CreateTempSubdirectory("convenant-backup-").FullName;

    private string Backup => Path.Combine(_folder, "backup");

    private string Restored => Path.Combine(_folder, "restored");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
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
        var made = NodeBackup.Write(_store.Directory, Backup, TimeProvider.System);
        var lost = await AnOrder.AppendAsync(_store, 5);

        var report = await RestoreAsync(damaged: _store.Directory);

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
        using var log = SqliteDatabase.OpenReading(Path.Combine(Restored, "convenant.db"));
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
        NodeBackup.Write(_store.Directory, Backup, TimeProvider.System);
        var report = await RestoreAsync();
        using var log = LogDatabase.Open(Path.Combine(Restored, "convenant.db"));
        Assert.True(VerifierKey.TryParse(report.Key, out var newKey));

        Assert.True(log.Verify(oldKey, default).IsValid);
        Assert.True(log.Verify(newKey, default).IsValid);
        Assert.False(log.Verify(new NoteSigner(newKey.Name, new byte[32]).VerifierKey, default).IsValid);
        Assert.False(log.Verify(new NoteSigner(oldKey.Name, new byte[32]).VerifierKey, default).IsValid);
    }

    [Fact]
    public async Task Restore_HandoverForged_TrustsOneSideOnly()
    {
        await AnOrder.AppendAsync(_store, 5);
        var oldKey = Key(_store.Gateway);
        NodeBackup.Write(_store.Directory, Backup, TimeProvider.System);
        await RestoreAsync();
        using (var log = new SqlitePlace(Restored).OpenWriting())
        {
            log.Run("UPDATE log_key SET handover = x'00' WHERE seq = 2");
        }

        using var changed = LogDatabase.Open(Path.Combine(Restored, "convenant.db"));

        Assert.False(changed.Verify(oldKey, default).IsValid);
    }

    [Theory]
    [InlineData("the file of tombstones")]
    [InlineData("the damaged directory")]
    public async Task Restore_BackupOlderThanAnErasure_ErasesAgainBeforeItServes(string known)
    {
        await AnOrder.AppendAsync(_store, 5);
        await AnOrder.AppendAsync(_store, 6);
        var secret = AnOrder.Secret(_store, 5);
        NodeBackup.Write(_store.Directory, Backup, TimeProvider.System);
        await _store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(_store, 5));

        var report = known == "the file of tombstones"
            ? await RestoreAsync(erasures: Path.Combine(_store.Directory, ErasuresFile.Name))
            : await RestoreAsync(damaged: _store.Directory);

        Assert.Equal((1, 1), (report.Known, report.Replayed));
        Assert.DoesNotContain(Directory.EnumerateFiles(Restored), f => File.ReadAllBytes(f).AsSpan().IndexOf(secret) >= 0);
        await using var restored = Open();
        Assert.Equal(new ErasureMark(3, "Wbp-36"), (await restored.Reading.FindAsync(AnOrder.Viewer, 0, default))!.Erased);
        Assert.NotEmpty((await restored.Reading.FindAsync(AnOrder.Viewer, 1, default))!.Values);
        Assert.True((await restored.Reading.VerifyAsync(default)).IsValid);
        var tombstone = (await restored.Reading.ListAsync(AnOrder.Viewer, new RecordQuery { Types = [RecordType.Erasure] }, default))[0];
        Assert.Equal("replayed", tombstone.Record.Outcome);
        Assert.Single(ErasuresFile.Read(Path.Combine(Restored, ErasuresFile.Name)));
    }

    [Fact]
    public async Task Restore_BackupThatKnowsTheErasure_RecordsItOnce()
    {
        await AnOrder.AppendAsync(_store, 5);
        await _store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(_store, 5));
        await AnOrder.AppendAsync(_store, 5);
        NodeBackup.Write(_store.Directory, Backup, TimeProvider.System);

        var report = await RestoreAsync(damaged: _store.Directory);

        Assert.Equal((1, 0), (report.Known, report.Replayed));
        await using var restored = Open();
        Assert.NotEmpty((await restored.Reading.FindAsync(AnOrder.Viewer, 2, default))!.Values);
        Assert.Equal(1, (await restored.Reading.FindAsync(AnOrder.Viewer, 0, default))!.Erased?.Tombstone);
    }

    [Fact]
    public async Task Restore_OfARestore_BeginsTheNextEpoch()
    {
        await AnOrder.AppendAsync(_store, 5);
        var oldKey = Key(_store.Gateway);
        NodeBackup.Write(_store.Directory, Backup, TimeProvider.System);
        await RestoreAsync();
        var second = Path.Combine(_folder, "second");
        NodeBackup.Write(Restored, second, TimeProvider.System);

        var report = await NodeRestore.RunAsync(new RestoreOrder { From = second, To = Path.Combine(_folder, "third"), Key = oldKey, By = "beheer-noord" }, TimeProvider.System);

        Assert.Equal("convenantgateway.nl/log/test/e3", report.Log);
        using var log = LogDatabase.Open(Path.Combine(_folder, "third", "convenant.db"));
        Assert.True(log.Verify(oldKey, default).IsValid);
    }

    [Fact]
    public async Task Restore_OverData_IsRefused()
    {
        await AnOrder.AppendAsync(_store, 5);
        NodeBackup.Write(_store.Directory, Backup, TimeProvider.System);
        Directory.CreateDirectory(Restored);
        await File.WriteAllTextAsync(Path.Combine(Restored, "x"), "");

        await Assert.ThrowsAsync<BackupRefusedException>(() => RestoreAsync());
        await Assert.ThrowsAsync<BackupRefusedException>(async () => await NodeRestore.RunAsync(new RestoreOrder { From = Backup, To = _store.Directory, By = "beheer-noord" }, TimeProvider.System));
        Assert.Throws<BackupRefusedException>(() => NodeBackup.Write(_store.Directory, Backup, TimeProvider.System));
        Assert.True((await _store.Gateway.Reading.VerifyAsync(default)).IsValid);
    }

    [Theory]
    [InlineData("convenant.db")]
    [InlineData("keys.db")]
    [InlineData("manifest.json")]
    [InlineData("erasures.jsonl")]
    public async Task Restore_AFileOfTheBackupChanged_IsRefused(string name)
    {
        await AnOrder.AppendAsync(_store, 5);
        await AnOrder.AppendAsync(_store, 6);
        await _store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(_store, 5));
        NodeBackup.Write(_store.Directory, Backup, TimeProvider.System);
        var path = Path.Combine(Backup, name);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        await Assert.ThrowsAsync<BackupRefusedException>(() => RestoreAsync());

        Assert.False(File.Exists(Path.Combine(Restored, "convenant.db")));
    }

    [Fact]
    public async Task Restore_AnotherKeyTrusted_IsRefused()
    {
        await AnOrder.AppendAsync(_store, 5);
        NodeBackup.Write(_store.Directory, Backup, TimeProvider.System);
        var other = new NoteSigner(TemporaryStore.Origin, new byte[32]).VerifierKey;

        await Assert.ThrowsAsync<BackupRefusedException>(async () => await NodeRestore.RunAsync(new RestoreOrder { From = Backup, To = Restored, Key = other, By = "beheer-noord" }, TimeProvider.System));
    }

    [Fact]
    public async Task Restore_NoBackup_SaysSo() => await Assert.ThrowsAsync<FileNotFoundException>(() => RestoreAsync());

    [Fact]
    public void Backup_Files_AreTheOwnersOnly()
    {
        NodeBackup.Write(_store.Directory, Backup, TimeProvider.System);

        foreach (var file in Directory.EnumerateFiles(Backup))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file));
        }
    }

    private static VerifierKey Key(GatewayStore gateway) => VerifierKey.TryParse(gateway.Reading.VerifierKey, out var key) ? key : throw new InvalidDataException();

    private GatewayStore Open() => GatewayStore.Open(_store.Options with { Database = Restored }, TimeProvider.System);

    private async Task<RestoreReport> RestoreAsync(string? erasures = null, string? damaged = null) => await NodeRestore.RunAsync(
        new RestoreOrder { From = Backup, To = Restored, Erasures = erasures is null ? [] : [erasures], Damaged = damaged, By = "beheer-noord" }, TimeProvider.System);
}
