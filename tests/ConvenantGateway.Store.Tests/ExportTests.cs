using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests;

public abstract class ExportTests
{
    private protected abstract StoreEngine Engine { get; }

    [Fact]
    public async Task Export_OfAViewer_VerifiesAndHoldsItsRecordsOnly()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(A.View(A.Ashg)));
        await store.AppendAsync(A.Record(A.View(A.Hospital)));
        Assert.True(VerifierKey.TryParse(store.Gateway.Reading.VerifierKey, out var key));
        using var log = LogDatabase.Open(store.DatabasePath);
        using var zip = new MemoryStream();

        var (count, _) = log.Export(zip, store.KeysPath, "ashg-noord", new Dictionary<string, byte[]> { ["a.yaml"] = [1] }, TimeProvider.System);

        Assert.Equal(1, count);
        var verified = ExportVerifier.Verify(zip, key);
        Assert.True(verified.IsValid, string.Join('\n', verified.Findings));
        Assert.Equal(2, verified.TreeSize);
        Assert.Equal(key.ToString(), log.OwnKey);
    }

    [Fact]
    public async Task Export_ErasedRecord_SaysUnderWhichRuleAndVerifies()
    {
        await using var store = new TemporaryStore(Engine);
        await Erasing.AnOrder.AppendAsync(store, 5);
        await Erasing.AnOrder.AppendAsync(store, 6);
        await store.Gateway.Orders.CarryOutAsync(Erasing.AnOrder.Erase(store, 5));
        await Erasing.AnOrder.AppendAsync(store, 5);

        var verified = Verified(store, static line => line);

        Assert.True(verified.IsValid, string.Join('\n', verified.Findings));
        Assert.Equal(["record 0: present, content erased under `Wbp-36` (tombstone: record 2)"], verified.Erased);
    }

    [Theory]
    [InlineData(0, "\"erased\":{\"tombstone\":2,\"rule\":\"Wbp-36\"}", "\"x\":1", "no tombstone says why")]
    [InlineData(0, "\"rule\":\"Wbp-36\"", "\"rule\":\"Wbp-40\"", "is no tombstone for it")]
    [InlineData(0, "\"tombstone\":2", "\"tombstone\":1", "is no tombstone for it")]
    [InlineData(1, "\"values\":[", "\"values\":null,\"erased\":{\"tombstone\":2,\"rule\":\"Wbp-36\"},\"x\":[", "is no tombstone for it")]
    [InlineData(1, "\"values\":[", "\"values\":null,\"x\":[", "no tombstone says why")]
    public async Task Export_ValuesMissingWithoutATombstoneForThem_IsFound(int line, string old, string replacement, string finding)
    {
        await using var store = new TemporaryStore(Engine);
        await Erasing.AnOrder.AppendAsync(store, 5);
        await Erasing.AnOrder.AppendAsync(store, 6);
        await store.Gateway.Orders.CarryOutAsync(Erasing.AnOrder.Erase(store, 5));

        var verified = Verified(store, text =>
        {
            var lines = text.Split('\n');
            Assert.Contains(old, lines[line], StringComparison.Ordinal);
            lines[line] = lines[line].Replace(old, replacement, StringComparison.Ordinal);
            return string.Join('\n', lines);
        });

        Assert.Contains(verified.Findings, f => f.StartsWith($"record {line}:", StringComparison.Ordinal) && f.Contains(finding, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_KeyDestroyedWithoutATombstone_IsFound()
    {
        await using var store = new TemporaryStore(Engine);
        await Erasing.AnOrder.AppendAsync(store, 5);
        var person = Convert.FromHexString(Erasing.AnOrder.Blind(store, 5));
        store.Gateway.Keys.Destroy([new ErasedKey("ashg-noord", person, RetentionClass.Log, KeyId.Of(Erasing.AnOrder.Secret(store, 5)))], 0);

        Assert.Contains(Verified(store, static text => text).Findings, static f => f.Contains("no tombstone says why", StringComparison.Ordinal));
    }

    private static LogVerification Verified(TemporaryStore store, Func<string, string> change)
    {
        Assert.True(VerifierKey.TryParse(store.Gateway.Reading.VerifierKey, out var key));
        using var log = LogDatabase.Open(store.DatabasePath);
        using var zip = new MemoryStream();
        log.Export(zip, store.KeysPath, "ashg-noord", new Dictionary<string, byte[]>(), TimeProvider.System);
        using (var archive = new System.IO.Compression.ZipArchive(zip, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry("records.jsonl")!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("records.jsonl").Open());
            writer.Write(change(text));
        }

        return ExportVerifier.Verify(zip, key);
    }
}
