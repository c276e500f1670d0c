namespace ConvenantGateway.Audit.Tests.Witnesses;

/// <summary>The keeper of the log has its key and rewrites what he likes, with a valid chain and valid signatures: a witness that holds an older checkpoint sees it.</summary>
public sealed class WitnessCheckTests
{
    private const int Kept = 300;

    [Theory]
    [InlineData(300, 300)]
    [InlineData(1, 700)]
    [InlineData(255, 256)]
    [InlineData(256, 257)]
    [InlineData(300, 700)]
    public void Refusal_LogThatOnlyGrew_IsNone(int old, int size)
    {
        var tree = Tree(Enumerable.Range(0, size));

        Assert.Null(Check(tree).Refusal(Note(Tree(Enumerable.Range(0, old))), Note(tree)));
    }

    [Fact]
    public void Refusal_FirstCheckpoint_IsNone() => Assert.Null(Check(Tree([1])).Refusal([], Note(Tree([1]))));

    public static TheoryData<string> Rewrites => ["deletion", "insertion", "reordering", "change", "tail", "first", "last"];

    [Theory]
    [MemberData(nameof(Rewrites))]
    public void Refusal_LogRewrittenAndSignedAnew_IsTold(string how)
    {
        var rewritten = Tree(Rewritten(how).Concat(Enumerable.Range(10_000, 400)));

        var refusal = Check(rewritten).Refusal(Note(Tree(Enumerable.Range(0, Kept))), Note(rewritten));

        Assert.Contains("rewritten", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(299)]
    [InlineData(0)]
    public void Refusal_LogTruncated_IsTold(int size)
    {
        var cut = Tree(Enumerable.Range(0, size));

        Assert.Contains("shrunk", Check(cut).Refusal(Note(Tree(Enumerable.Range(0, Kept))), Note(cut)), StringComparison.Ordinal);
    }

    [Fact]
    public void Refusal_TilesOfTheTrueLogForARewrittenOne_DoNotProveIt()
    {
        var rewritten = Tree(Rewritten("change").Concat(Enumerable.Range(10_000, 400)));

        Assert.NotNull(Check(Tree(Enumerable.Range(0, 700))).Refusal(Note(Tree(Enumerable.Range(0, Kept))), Note(rewritten)));
    }

    [Fact]
    public void Refusal_TilesMissing_IsToldAndNotCosigned() =>
        Assert.Contains("tiles", new WitnessCheck(LogKeys.Of(A.Signer.VerifierKey), new NoTiles()).Refusal(Note(Tree(Enumerable.Range(0, Kept))), Note(Tree(Enumerable.Range(0, 700)))), StringComparison.Ordinal);

    [Fact]
    public void Refusal_AnotherKeyOrAnotherLog_IsTold()
    {
        var tree = Tree(Enumerable.Range(0, Kept));
        var other = new NoteSigner(A.Origin, new byte[32]);
        var elsewhere = new NoteSigner("convenantgateway.nl/log/zuid", new byte[32]);

        Assert.NotNull(Check(tree).Refusal([], new Checkpoint(A.Origin, Kept, tree.State.Root()).Sign(other)));
        Assert.NotNull(Check(tree).Refusal(new Checkpoint(A.Origin, Kept, tree.State.Root()).Sign(other), Note(tree)));
        var both = new WitnessCheck(new LogKeys([new LogKeySpan(A.Signer.VerifierKey, 0, null), new LogKeySpan(elsewhere.VerifierKey, 0, null)]), tree);
        Assert.Contains("zuid", both.Refusal(Note(tree), new Checkpoint("convenantgateway.nl/log/zuid", Kept, tree.State.Root()).Sign(elsewhere)), StringComparison.Ordinal);
    }

    private static List<int> Rewritten(string how)
    {
        var records = Enumerable.Range(0, Kept).ToList();
        switch (how)
        {
            case "deletion":
                records.RemoveAt(150);
                break;
            case "insertion":
                records.Insert(150, 5_000);
                break;
            case "reordering":
                (records[10], records[11]) = (records[11], records[10]);
                break;
            case "change":
                records[200] = 5_000;
                break;
            case "tail":
                records.RemoveRange(250, 50);
                records.AddRange(Enumerable.Range(5_000, 50));
                break;
            case "first":
                records[0] = 5_000;
                break;
            default:
                records[^1] = 5_000;
                break;
        }

        return records;
    }

    private static WitnessCheck Check(MemoryTree tree) => new(LogKeys.Of(A.Signer.VerifierKey), tree);

    private static byte[] Note(MemoryTree tree) => new Checkpoint(A.Origin, tree.State.Size, tree.State.Root()).Sign(A.Signer);

    private static MemoryTree Tree(IEnumerable<int> records)
    {
        var tree = new MemoryTree();
        foreach (var record in records)
        {
            tree.Append(MerkleHash.Leaf(BitConverter.GetBytes(record)));
        }

        return tree;
    }

    private sealed class NoTiles : ITreeHashes
    {
        public ReadOnlyMemory<byte> Read(int level, long start, int count) => default;
    }
}
