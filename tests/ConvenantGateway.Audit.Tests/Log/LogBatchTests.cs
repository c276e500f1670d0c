namespace ConvenantGateway.Audit.Tests.Log;

/// <summary>The seal of a batch is of what was accepted, and the last of it.</summary>
public sealed class LogBatchTests
{
    [Fact]
    public void Seal_AfterARejection_SignsTheTreeOfWhatWasAccepted()
    {
        var batch = Batch(3);
        batch.Accept(0);
        batch.Reject(1, new CompanionConflictException("transaction"));
        batch.Accept(2);

        var seal = batch.Seal();

        Assert.True(Checkpoint.TryOpen(seal.Checkpoint.Span, A.Signer.VerifierKey, out var checkpoint));
        Assert.Equal(2, seal.Size);
        Assert.Equal(2, checkpoint.Size);
        Assert.Equal(MerkleHash.Node(batch.Items[0].LeafHash, batch.Items[2].LeafHash), checkpoint.Root.ToArray());
        Assert.Equal([0, -1, 1], Enumerable.Range(0, 3).Select(batch.IndexOf));
    }

    [Fact]
    public void Accept_AfterSeal_Throws()
    {
        var batch = Batch(2);
        batch.Accept(0);
        var seal = batch.Seal();

        Assert.Throws<InvalidOperationException>(() => batch.Accept(1));
        Assert.Throws<InvalidOperationException>(() => batch.Seal());
        Assert.Equal(batch.Tree.Size, seal.Size);
    }

    private static LogBatch Batch(int items) => new([.. Enumerable.Range(0, items).Select(static i => new PreparedRecord(A.Record(), [(byte)i], MerkleHash.Leaf([(byte)i]), [], null))], new TreeState(), A.Signer);
}
