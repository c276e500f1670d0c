namespace ConvenantGateway.Store.Tests;

/// <summary>The vectors of the reference implementation: key 00 to 0f, input 00, 01, 02 … of each length.</summary>
public sealed class KeyedHashTests
{
    [Theory]
    [InlineData(0, 0x726fdb47dd0e0e31UL)]
    [InlineData(1, 0x74f839c593dc67fdUL)]
    [InlineData(7, 0xab0200f58b01d137UL)]
    [InlineData(8, 0x93f5f5799a932462UL)]
    [InlineData(15, 0xa129ca6149be45e5UL)]
    public void Of_ReferenceInput_GivesReferenceHash(int length, ulong expected)
    {
        byte[] key = [.. Enumerable.Range(0, KeyedHash.KeySize).Select(static i => (byte)i)];

        Assert.Equal(expected, KeyedHash.Of(key, [.. Enumerable.Range(0, length).Select(static i => (byte)i)]));
    }
}
