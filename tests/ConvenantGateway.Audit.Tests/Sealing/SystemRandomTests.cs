namespace ConvenantGateway.Audit.Tests.Sealing;

public sealed class SystemRandomTests
{
    [Fact]
    public void IsAvailable_WhereTheSignaturesAre_IsTrue() => Assert.True(NativeSodium.IsAvailable);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(5000)]
    public void Fill_AnyLength_FillsAllOfItAndNothingElse(int length)
    {
        // A byte that stays zero in sixteen fills was not filled.
        var seen = new byte[length + 2];
        for (var i = 0; i < 16; i++)
        {
            var bytes = new byte[length + 2];
            SystemRandom.Fill(bytes.AsSpan(1, length));
            for (var j = 0; j < bytes.Length; j++)
            {
                seen[j] |= bytes[j];
            }
        }

        Assert.Equal((0, 0), ((int)seen[0], (int)seen[^1]));
        Assert.DoesNotContain((byte)0, seen[1..^1]);
    }

    [Fact]
    public void Fill_Twice_IsNotTheSame()
    {
        var (first, second) = (new byte[32], new byte[32]);

        SystemRandom.Fill(first);
        SystemRandom.Fill(second);

        Assert.NotEqual(first, second);
    }
}
