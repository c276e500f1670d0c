using System.Text;

namespace ConvenantGateway.Audit.Tests.Checkpoints;

public sealed class SignedNoteTests
{
    private const string GoKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string GoNote =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
        "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    [Fact]
    public void TryOpen_NoteOfTheGoPackage_Opens()
    {
        Assert.True(VerifierKey.TryParse(GoKey, out var key));
        Assert.Equal(GoKey, key.ToString());
        Assert.True(SignedNote.TryOpen(Encoding.UTF8.GetBytes(GoNote), key, out var text));
        Assert.EndsWith("your problem is.\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PeterNeumann+c74f20a3")]
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    public void TryParse_AnythingElse_IsRefused(string key) => Assert.False(VerifierKey.TryParse(key, out _));

    [Fact]
    public void TryOpen_AnyFlippedBit_IsRefused()
    {
        var note = new Checkpoint(A.Origin, 7, MerkleHash.Empty()).Sign(A.Signer);
        Assert.True(Checkpoint.TryOpen(note, A.Signer.VerifierKey, out var checkpoint));
        Assert.Equal(7, checkpoint.Size);
        for (var bit = 0; bit < note.Length * 8; bit++)
        {
            note[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Checkpoint.TryOpen(note, A.Signer.VerifierKey, out _), $"bit {bit}");
            note[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void TryOpen_AnotherKeyOfTheSameName_IsRefused()
    {
        var note = new Checkpoint(A.Origin, 7, MerkleHash.Empty()).Sign(A.Signer);
        Assert.False(Checkpoint.TryOpen(note, new NoteSigner(A.Origin, new byte[32]).VerifierKey, out _));
    }
}
