using System.Text;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests;

public abstract class ProofTests
{
    private protected abstract StoreEngine Engine { get; }

    [Fact]
    public async Task Proof_OverTilesAndRestart_LeadsToTheSignedRoot()
    {
        await using var store = new TemporaryStore(Engine);
        var records = Enumerable.Range(0, 600).Select(static _ => A.Record(A.View(A.Ashg))).ToArray();
        await Task.WhenAll(await store.BatchAsync(records[..300].Select(static r => (r, (ICompanionWrites?)null))));
        await store.ReopenAsync();
        await Task.WhenAll(await store.BatchAsync(records[300..].Select(static r => (r, (ICompanionWrites?)null))));
        Assert.True(VerifierKey.TryParse(store.Gateway.Reading.VerifierKey, out var key));

        foreach (var record in records.Where(static (_, i) => i % 37 == 0))
        {
            var proof = await store.Gateway.Reading.ProofAsync("ashg-noord", record.Transaction, default);
            Assert.True(Checkpoint.TryOpen(Encoding.UTF8.GetBytes(proof!.Checkpoint), key, out var checkpoint));
            Assert.Equal(600, checkpoint.Size);
            Assert.True(MerkleProofs.VerifyInclusion(
                Convert.FromHexString(proof.LeafHash), proof.Index, proof.TreeSize, [.. proof.InclusionProof.Select(Convert.FromHexString)], checkpoint.Root.Span));
        }

        var verified = await store.Gateway.Reading.VerifyAsync(default);
        Assert.True(verified.IsValid, string.Join('\n', verified.Findings));
    }

    [Theory]
    [InlineData(0, 0, 256, true)]
    [InlineData(0, 1, 44, true)]
    [InlineData(0, 1, 45, false)]
    [InlineData(0, 2, 1, false)]
    [InlineData(1, 0, 1, true)]
    [InlineData(1, 0, 2, false)]
    [InlineData(0, -1, 1, false)]
    [InlineData(64, 0, 1, false)]
    public async Task Tile_Asked_ExistsOnlyWithinTheTree(int level, long index, int width, bool exists)
    {
        await using var store = new TemporaryStore(Engine);
        await Task.WhenAll(await store.BatchAsync(Enumerable.Range(0, 300).Select(static _ => (A.Record(), (ICompanionWrites?)null))));

        var tile = await store.Gateway.Reading.TileAsync(level, index, width, default);

        Assert.Equal(exists ? width * 32 : null, tile?.Length);
    }

    [Fact]
    public async Task Checkpoint_OfTheEmptyLog_IsSigned()
    {
        await using var store = new TemporaryStore(Engine);
        Assert.True(VerifierKey.TryParse(store.Gateway.Reading.VerifierKey, out var key));

        Assert.True(Checkpoint.TryOpen(await store.Gateway.Reading.CheckpointAsync(default), key, out var checkpoint));

        Assert.Equal(0, checkpoint.Size);
    }
}
