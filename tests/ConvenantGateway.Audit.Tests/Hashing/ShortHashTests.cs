using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace ConvenantGateway.Audit.Tests.Hashing;

/// <summary>The quick hash gives what the platform's gives.</summary>
public sealed class ShortHashTests
{
    [Fact]
    public void IsAvailable_OnLinux_IsTrue() => Assert.Equal(OperatingSystem.IsLinux(), NativeSha256.IsAvailable);

    // FIPS 180-4 examples, from the NIST Cryptographic Toolkit.
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void Sha256_Examples_GiveTheirDigests(string input, string digest)
    {
        var found = new byte[ShortHash.Size];

        ShortHash.Sha256(Encoding.ASCII.GetBytes(input), found);

        Assert.Equal(digest, Convert.ToHexStringLower(found));
    }

    // RFC 4231, test cases 1 and 2.
    [Theory]
    [InlineData("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "4869205468657265", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    public void Hmac_Rfc4231_GivesItsDigests(string key, string input, string digest)
    {
        var found = new byte[ShortHash.Size];

        ShortHash.Hmac(Convert.FromHexString(key), Convert.FromHexString(input), found);

        Assert.Equal(digest, Convert.ToHexStringLower(found));
    }

    [Fact]
    public void Sha256_AnyBytesCutAnywhere_IsThePlatforms() => Gen.Byte.Array[0, 3000].SelectMany(static b => Gen.Select(Gen.Const(b), Gen.Int[0, b.Length], Gen.Int[0, b.Length])).Sample(static t =>
    {
        var (bytes, a, b) = t;
        var (first, second) = (Math.Min(a, b), Math.Max(a, b));
        Span<byte> found = stackalloc byte[ShortHash.Size];
        ShortHash.Sha256(bytes.AsSpan(0, first), bytes.AsSpan(first, second - first), bytes.AsSpan(second), found);
        return found.SequenceEqual(SHA256.HashData(bytes));
    });

    [Fact]
    public void Hmac_AnyKeyAndBytes_IsThePlatforms() => Gen.Select(Gen.Byte.Array[0, 200], Gen.Byte.Array[0, 500]).Sample(static t =>
    {
        Span<byte> found = stackalloc byte[ShortHash.Size];
        ShortHash.Hmac(t.Item1, t.Item2, found);
        return found.SequenceEqual(HMACSHA256.HashData(t.Item1, t.Item2));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public void Hmac_KeyAroundABlock_IsThePlatforms(int length)
    {
        var key = RandomNumberGenerator.GetBytes(length);
        var found = new byte[ShortHash.Size];

        ShortHash.Hmac(key, "handle"u8, found);

        Assert.Equal(HMACSHA256.HashData(key, "handle"u8), found);
    }

    [Theory]
    [InlineData(16 * 1024)]
    [InlineData((16 * 1024) + 1)]
    [InlineData(1_000_000)]
    public void Sha256AndHmac_Long_AreThePlatforms(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        var (whole, parts, hmac) = (new byte[ShortHash.Size], new byte[ShortHash.Size], new byte[ShortHash.Size]);

        ShortHash.Sha256(bytes, whole);
        ShortHash.Sha256([], bytes.AsSpan(0, 100), bytes.AsSpan(100), parts);
        ShortHash.Hmac(bytes.AsSpan(0, 32), bytes, hmac);

        Assert.Equal(SHA256.HashData(bytes), whole);
        Assert.Equal(whole, parts);
        Assert.Equal(HMACSHA256.HashData(bytes.AsSpan(0, 32), bytes), hmac);
    }

    [Fact]
    public void Platform_Parts_IsTheSameHash()
    {
        var (one, parts) = (new byte[ShortHash.Size], new byte[ShortHash.Size]);

        ShortHash.Platform([], [], "abcdef"u8, one);
        ShortHash.Platform("ab"u8, "cd"u8, "ef"u8, parts);

        Assert.Equal(SHA256.HashData("abcdef"u8), one);
        Assert.Equal(one, parts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Sha256_RoomOfAnotherSize_Throws(int size) => Assert.ThrowsAny<Exception>(() => NativeSha256.Hash([], [], [], new byte[size]));

    [Fact]
    public void Sha256_ManyThreads_AllAgree()
    {
        var expected = SHA256.HashData(new byte[700]);

        Parallel.For(0, 20_000, _ =>
        {
            Span<byte> found = stackalloc byte[ShortHash.Size];
            ShortHash.Sha256(new byte[700], found);
            Assert.True(found.SequenceEqual(expected));
        });
    }
}
