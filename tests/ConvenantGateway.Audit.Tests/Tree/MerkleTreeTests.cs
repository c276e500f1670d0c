using CsCheck;

namespace ConvenantGateway.Audit.Tests.Tree;

public sealed class MerkleTreeTests
{
    [Fact]
    public void Root_ReferenceLeavesOfCertificateTransparency_GivesReferenceRoot()
    {
        string[] inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        var tree = new TreeState();
        foreach (var input in inputs)
        {
            tree.Append(MerkleHash.Leaf(Convert.FromHexString(input)));
        }

        Assert.Equal("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328", Convert.ToHexStringLower(tree.Root()));
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Convert.ToHexStringLower(new TreeState().Root()));
    }

    [Fact]
    public void RootAndProofs_EverySizeTo2000_AreThoseOfTheNaiveTree()
    {
        var tree = new MemoryTree();
        var leaves = new List<byte[]>();
        for (var size = 1; size <= 2000; size++)
        {
            leaves.Add(Leaf(size));
            tree.Append(leaves[^1]);
            byte[][] all = [.. leaves];
            var root = tree.State.Root();
            Assert.Equal(NaiveTree.Root(all), root);
            Assert.Equal(root, TreeState.Restore(size, tree).Root());
            for (var index = size * 31 % (1 + (size / 2)); index < size; index += size < 40 ? 1 : Math.Max(13, size / 2))
            {
                var proof = MerkleProofs.Inclusion(tree, index, size);
                Assert.Equal(NaiveTree.Path(index, all), proof);
                Assert.True(MerkleProofs.VerifyInclusion(all[index], index, size, proof, root));
                Assert.False(MerkleProofs.VerifyInclusion(all[(index + 1) % size], index, size, proof, root) && size > 1);
            }

            for (var old = 1 + (size * 37 % (1 + (size / 2))); old <= size; old += size < 40 ? 1 : Math.Max(17, size / 2))
            {
                var proof = MerkleProofs.Consistency(tree, old, size);
                Assert.Equal(NaiveTree.Proof(old, all), proof);
                Assert.True(MerkleProofs.VerifyConsistency(old, NaiveTree.Root(all.AsSpan(0, old)), size, root, proof));
                Assert.False(MerkleProofs.VerifyConsistency(old, Leaf(0), size, root, proof));
            }
        }
    }

    [Fact]
    public void RootAndProofs_RandomSizesOverTwoTileLevels_AreThoseOfTheNaiveTree()
    {
        var leaves = Enumerable.Range(0, 70_000).Select(Leaf).ToArray();
        var tree = new MemoryTree();
        foreach (var leaf in leaves)
        {
            tree.Append(leaf);
        }

        Gen.Int[2001, leaves.Length].SelectMany(size => Gen.Int[0, size - 1].Select(index => (size, index))).Sample(
            t =>
            {
                var root = TreeState.Restore(t.size, tree).Root();
                Assert.Equal(NaiveTree.Root(leaves.AsSpan(0, t.size)), root);
                Assert.True(MerkleProofs.VerifyInclusion(leaves[t.index], t.index, t.size, MerkleProofs.Inclusion(tree, t.index, t.size), root));
                Assert.True(MerkleProofs.VerifyConsistency(
                    t.index + 1, TreeState.Restore(t.index + 1, tree).Root(), t.size, root, MerkleProofs.Consistency(tree, t.index + 1, t.size)));
            },
            iter: 10,
            threads: 1);
    }

    [Fact]
    public void Verify_AnyFlippedBitOfAProof_IsRefused()
    {
        var tree = new MemoryTree();
        for (var i = 0; i < 13; i++)
        {
            tree.Append(Leaf(i));
        }

        var root = tree.State.Root();
        var proof = MerkleProofs.Inclusion(tree, 5, 13);
        foreach (var step in proof)
        {
            for (var bit = 0; bit < 256; bit++)
            {
                step[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.False(MerkleProofs.VerifyInclusion(Leaf(5), 5, 13, proof, root));
                step[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }

        Assert.False(MerkleProofs.VerifyInclusion(Leaf(5), 6, 13, proof, root));
        Assert.True(MerkleProofs.VerifyInclusion(Leaf(5), 5, 13, proof, root));
    }

    [Fact]
    public void Copy_Grown_LeavesTheOriginalAlone()
    {
        var tree = new TreeState();
        tree.Append(Leaf(1));
        var before = tree.Root();

        var copy = tree.Copy();
        copy.Append(Leaf(2));

        Assert.Equal(before, tree.Root());
        Assert.Equal(1, tree.Size);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(256)]
    [InlineData(65_500)]
    public void Copy_GrownBesideTheOriginal_NeitherSeesTheOther(int shared)
    {
        var tree = new TreeState();
        for (var i = 0; i < shared; i++)
        {
            tree.Append(Leaf(i));
        }

        var copies = new[] { tree, tree.Copy(), tree.Copy() };
        var tiles = new List<HashTile>[] { [], [], [] };
        for (var i = shared; i < shared + 600; i++)
        {
            for (var c = 0; c < copies.Length; c++)
            {
                tiles[c].AddRange(copies[c].Append(Leaf(i + (c * 1_000_000))));
            }
        }

        for (var c = 0; c < copies.Length; c++)
        {
            var mine = c;
            var leaves = Enumerable.Range(0, shared + 600).Select(i => Leaf(i < shared ? i : i + (mine * 1_000_000))).ToArray();
            Assert.Equal(NaiveTree.Root(leaves), copies[c].Root());
            Assert.All(tiles[c], tile => Assert.Equal(Expected(leaves, tile), tile.Hashes.ToArray()));
        }

        static byte[] Expected(byte[][] leaves, HashTile tile)
        {
            var width = 1 << (8 * tile.Level);
            var first = (int)tile.Index * HashTile.Width * width;
            return [.. Enumerable.Range(0, HashTile.Width).SelectMany(i => NaiveTree.Root(leaves.AsSpan(first + (i * width), width)))];
        }
    }

    private static byte[] Leaf(int i) => MerkleHash.Leaf(BitConverter.GetBytes(i));
}
