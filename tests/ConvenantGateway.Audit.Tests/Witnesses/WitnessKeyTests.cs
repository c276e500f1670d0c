using System.Text;

namespace ConvenantGateway.Audit.Tests.Witnesses;

public sealed class WitnessKeyTests
{
    private static readonly WitnessSigner Signer = new("police.example/witness", Enumerable.Repeat((byte)5, 32).ToArray());
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void TryOpen_OwnCosignature_GivesCheckpointAndTime()
    {
        Assert.True(Signer.Key.TryOpen(Signer.Add(Note(), Noon), out var found));

        Assert.Equal((Noon.ToUnixTimeSeconds(), new Checkpoint(A.Origin, 3, MerkleHash.Empty()).ToString()), (found.UnixSeconds, found.Checkpoint));
    }

    [Fact]
    public void TryOpen_AnyFlippedBitOfTheNote_IsRefused()
    {
        var note = Signer.Add(Note(), Noon);
        var text = Encoding.UTF8.GetString(note);
        var own = Encoding.UTF8.GetByteCount(text[..text.LastIndexOf('\u2014')]);
        for (var bit = 0; bit < note.Length * 8; bit++)
        {
            note[bit / 8] ^= (byte)(1 << (bit % 8));

            // A flipped bit in the log's own line is no matter of this key.
            var concerns = bit / 8 >= own || bit / 8 < Encoding.UTF8.GetByteCount(new Checkpoint(A.Origin, 3, MerkleHash.Empty()).ToString());
            Assert.False(concerns && Signer.Key.TryOpen(note, out _), $"bit {bit}");
            note[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(Signer.Key.TryOpen(note, out _));
    }

    [Fact]
    public void TryOpen_TwoCosignatures_GivesTheNewer()
    {
        var note = Signer.Add(Signer.Add(Note(), Noon.AddDays(1)), Noon);

        Assert.True(Signer.Key.TryOpen(note, out var found));

        Assert.Equal(Noon.AddDays(1).ToUnixTimeSeconds(), found.UnixSeconds);
    }

    [Fact]
    public void TryOpen_SignatureOfACheckpointUnderTheSameKey_IsNoCosignature()
    {
        var plain = new NoteSigner("police.example/witness", Enumerable.Repeat((byte)5, 32).ToArray());
        var second = Encoding.UTF8.GetString(plain.Sign(new Checkpoint(A.Origin, 3, MerkleHash.Empty()).ToString()));

        Assert.False(Signer.Key.TryOpen([.. Note(), .. Encoding.UTF8.GetBytes(second[(second.LastIndexOf("\n\n", StringComparison.Ordinal) + 2)..])], out _));
    }

    [Fact]
    public void TryParse_OwnText_GivesTheKeyAndNothingElseDoes()
    {
        var text = Signer.Key.ToString();
        Assert.True(WitnessKey.TryParse(text, out var key));
        Assert.Equal(text, key.ToString());

        Assert.False(WitnessKey.TryParse(A.Signer.VerifierKey.ToString(), out _));
        for (var i = 0; i < text.Length; i++)
        {
            Assert.False(WitnessKey.TryParse($"{text[..i]}{(text[i] == 'x' ? 'y' : 'x')}{text[(i + 1)..]}", out var other) && other.PublicKey.Span.SequenceEqual(key.PublicKey.Span) && other.Name == key.Name, $"character {i}");
        }
    }

    [Fact]
    public void TryParse_KeyFile_GivesTheSignerAndNoOther()
    {
        var file = $"PRIVATE+KEY+police.example/witness+{Convert.ToHexStringLower(Signer.Key.KeyId.Span)}+{Convert.ToBase64String([4, .. Enumerable.Repeat((byte)5, 32)])}\n";

        Assert.True(WitnessSigner.TryParse(file, out var signer));

        Assert.Equal(Signer.Key.ToString(), signer.Key.ToString());
        Assert.False(WitnessSigner.TryParse(file.Replace("police", "polices", StringComparison.Ordinal), out _));
        Assert.False(WitnessSigner.TryParse(Signer.Key.ToString(), out _));
    }

    private static byte[] Note() => new Checkpoint(A.Origin, 3, MerkleHash.Empty()).Sign(A.Signer);
}
