using System.Security.Cryptography;

namespace ConvenantGateway.Audit.Tests.Sealing;

/// <summary>Both ways give the same bytes, and neither takes what was changed. The machines that this runs on have the quick one.</summary>
public sealed class Aes256GcmTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly byte[] Nonce = RandomNumberGenerator.GetBytes(Aes256Gcm.NonceSize);

    [Fact]
    public void Encrypt_TestCase16OfTheSpecification_IsItsAnswer()
    {
        var key = Convert.FromHexString("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        var plain = Convert.FromHexString("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        var (cipher, tag) = (new byte[plain.Length], new byte[Aes256Gcm.TagSize]);

        Aes256Gcm.Encrypt(key, Convert.FromHexString("cafebabefacedbaddecaf888"), plain, cipher, tag, Convert.FromHexString("feedfacedeadbeeffeedfacedeadbeefabaddad2"));

        Assert.Equal("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662", Convert.ToHexStringLower(cipher));
        Assert.Equal("76fc6ece0f4e1768cddf8853bb2d551b", Convert.ToHexStringLower(tag));
    }

    [Fact]
    public void Encrypt_AnyLength_IsThePlatformsAnswerAndBack()
    {
        using var platform = new AesGcm(Key, Aes256Gcm.TagSize);
        foreach (var length in Enumerable.Range(0, 300).Concat([1000, 16 * 1024, (16 * 1024) + 1, 100_000]))
        {
            var (plain, bound) = (RandomNumberGenerator.GetBytes(length), RandomNumberGenerator.GetBytes(length % 50));
            var (ours, tag, theirs, theirTag, back) = (new byte[length], new byte[16], new byte[length], new byte[16], new byte[length]);

            Aes256Gcm.Encrypt(Key, Nonce, plain, ours, tag, bound);
            platform.Encrypt(Nonce, plain, theirs, theirTag, bound);
            Aes256Gcm.Decrypt(Key, Nonce, theirs, theirTag, back, bound);

            Assert.Equal((Convert.ToHexString(theirs), Convert.ToHexString(theirTag)), (Convert.ToHexString(ours), Convert.ToHexString(tag)));
            Assert.Equal(plain, back);
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(20_000)]
    public void Decrypt_AnythingChanged_IsRefusedAndGivesNothingOut(int length)
    {
        var (plain, bound) = (RandomNumberGenerator.GetBytes(length), RandomNumberGenerator.GetBytes(20));
        var (cipher, tag) = (new byte[length], new byte[16]);
        Aes256Gcm.Encrypt(Key, Nonce, plain, cipher, tag, bound);
        byte[][] parts = [[.. Key], [.. Nonce], cipher, tag, bound];
        foreach (var part in parts)
        {
            for (var bit = 0; bit < part.Length * 8; bit += Math.Max(1, part.Length / 40))
            {
                part[bit / 8] ^= (byte)(1 << (bit % 8));
                var back = RandomNumberGenerator.GetBytes(length);

                Assert.Throws<AuthenticationTagMismatchException>(() => Aes256Gcm.Decrypt(parts[0], parts[1], cipher, tag, back, bound));
                Assert.All(back, static b => Assert.Equal(0, b));
                part[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [Fact]
    public void EncryptAndDecrypt_AnotherLength_AreRefused()
    {
        var (four, five) = (new byte[4], new byte[5]);
        Assert.Throws<ArgumentException>(() => Aes256Gcm.Encrypt(Key.AsSpan(0, 16), Nonce, four, new byte[4], new byte[16], []));
        Assert.Throws<ArgumentException>(() => Aes256Gcm.Encrypt(Key, Nonce.AsSpan(0, 11), four, new byte[4], new byte[16], []));
        Assert.Throws<ArgumentException>(() => Aes256Gcm.Encrypt(Key, Nonce, four, five, new byte[16], []));
        Assert.Throws<ArgumentException>(() => Aes256Gcm.Encrypt(Key, Nonce, four, new byte[4], new byte[12], []));
        Assert.Throws<ArgumentException>(() => Aes256Gcm.Decrypt(Key, Nonce, five, new byte[16], four, []));
        Assert.Throws<ArgumentException>(() => Aes256Gcm.Decrypt(Key, Nonce, four, new byte[15], four, []));
    }
}
