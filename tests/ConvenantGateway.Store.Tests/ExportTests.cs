using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests;

public sealed class ExportTests
{
    [Fact]
    public async Task Export_OfAViewer_VerifiesAndHoldsItsRecordsOnly()
    {
        await using var store = new TemporaryStore();
        await store.AppendAsync(A.Record(A.View(A.Ashg)));
        await store.AppendAsync(A.Record(A.View(A.Hospital)));
        Assert.True(VerifierKey.TryParse(store.Gateway.Reading.VerifierKey, out var key));
        using var log = LogDatabase.Open(store.DatabasePath);
        using var zip = new MemoryStream();

        var (count, _) = log.Export(zip, Path.Combine(store.Directory, "keys.db"), "ashg-noord", new Dictionary<string, byte[]> { ["a.yaml"] = [1] }, TimeProvider.System);

        Assert.Equal(1, count);
        var verified = ExportVerifier.Verify(zip, key);
        Assert.True(verified.IsValid, string.Join('\n', verified.Findings));
        Assert.Equal(2, verified.TreeSize);
        Assert.Equal(key.ToString(), log.OwnKey);
    }

    [Fact]
    public void Open_NoDatabase_SaysSo()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "this is no database, however long it may be, and SQLite says so when it reads the first page of it. this is no database.");

        Assert.Throws<InvalidDataException>(() => LogDatabase.Open(path));
        File.Delete(path);
        Assert.Throws<FileNotFoundException>(() => LogDatabase.Open(path));
    }
}
