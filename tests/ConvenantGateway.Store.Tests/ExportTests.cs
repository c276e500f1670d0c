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
}
