namespace ConvenantGateway.Audit.Tests.Verification;

public sealed class LogVerifierTests
{
    [Fact]
    public void AddRecord_EveryFlippedBit_NamesTheRecord()
    {
        var leaf = LeafFormat.Write(A.Record(), []);
        var hash = MerkleHash.Leaf(leaf);
        for (var bit = 0; bit < leaf.Length * 8; bit++)
        {
            leaf[bit / 8] ^= (byte)(1 << (bit % 8));
            var verifier = new LogVerifier(A.Signer.VerifierKey);
            verifier.AddRecord(0, leaf, hash);
            Assert.StartsWith("record 0:", Assert.Single(verifier.Result().Findings), StringComparison.Ordinal);
            leaf[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void AddRecord_BytesAndHashBothReplaced_IsFoundByTheCheckpoint()
    {
        var good = new TreeState();
        var verifier = new LogVerifier(A.Signer.VerifierKey);
        for (var i = 0; i < 3; i++)
        {
            var leaf = LeafFormat.Write(A.Record() with { Count = i + 2 }, []);
            good.Append(MerkleHash.Leaf(leaf));
            var fed = i == 1 ? LeafFormat.Write(A.Record() with { Count = 99 }, []) : leaf;
            verifier.AddRecord(i, fed, MerkleHash.Leaf(fed));
            verifier.CompareCheckpoint(new Checkpoint(A.Origin, i + 1, good.Root()).Sign(A.Signer));
        }

        Assert.StartsWith("record 1:", verifier.Result().Findings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void AddRecord_Gap_NamesTheMissingIndex()
    {
        var verifier = new LogVerifier(A.Signer.VerifierKey);
        verifier.AddRecord(1, [1], MerkleHash.Leaf([1]));

        Assert.StartsWith("record 0: is missing", Assert.Single(verifier.Result().Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void CompareTile_ChangedHash_NamesTheRecord()
    {
        var verifier = new LogVerifier(A.Signer.VerifierKey);
        HashTile? tile = null;
        for (var i = 0; i < 256; i++)
        {
            foreach (var full in verifier.AddRecord(i, [(byte)i], MerkleHash.Leaf([(byte)i])))
            {
                tile = full;
            }
        }

        var stored = tile!.Hashes.ToArray();
        verifier.CompareTile(tile, stored, tile.Root.Span);
        Assert.True(verifier.Result().IsValid);
        stored[(77 * 32) + 5] ^= 1;
        verifier.CompareTile(tile, stored, tile.Root.Span);

        Assert.StartsWith("record 77:", Assert.Single(verifier.Result().Findings), StringComparison.Ordinal);
    }
}
