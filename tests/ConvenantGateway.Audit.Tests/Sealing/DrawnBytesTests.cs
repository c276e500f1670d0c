namespace ConvenantGateway.Audit.Tests.Sealing;

public sealed class DrawnBytesTests
{
    [Fact]
    public void Fill_InParts_GivesNoByteTwice()
    {
        var drawn = new DrawnBytes(64);
        var parts = new[] { new byte[16], new byte[16], new byte[32] };
        foreach (var part in parts)
        {
            drawn.Fill(part, null);
        }

        Assert.Equal(4, new[] { parts[0], parts[1], parts[2][..16], parts[2][16..] }.Select(Convert.ToHexString).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => drawn.Fill(new byte[1], null));
    }
}
