using System.Net;
using ConvenantGateway.Host.Connect;

namespace ConvenantGateway.Host.Tests.Connect;

public sealed class HandshakeRefusalsTests
{
    [Fact]
    public void Count_ManyAddresses_StaysBoundedAndExact()
    {
        var refusals = new HandshakeRefusals();
        for (var i = 0; i < 5_000; i++)
        {
            refusals.Count(new IPAddress([10, (byte)(i / 256), (byte)(i % 256), 1]), "no-certificate");
        }

        var taken = refusals.Take();
        Assert.Equal(5_000, taken.Sum(static t => t.Count));
        Assert.True(taken.Count <= 1_001);
        Assert.Equal(4_000, taken.Single(static t => t.Refusal.Prefix == "other").Count);
        Assert.Empty(refusals.Take());
    }

    [Theory]
    [InlineData("192.0.2.17", "192.0.2.0/24")]
    [InlineData("::ffff:192.0.2.17", "192.0.2.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void Count_Address_IsKeptAsPrefix(string address, string prefix)
    {
        var refusals = new HandshakeRefusals();
        refusals.Count(IPAddress.Parse(address), "expired");
        Assert.Equal(prefix, Assert.Single(refusals.Take()).Refusal.Prefix);
    }
}
