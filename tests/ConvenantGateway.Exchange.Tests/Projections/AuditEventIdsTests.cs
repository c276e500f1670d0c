using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Projections;

/// <summary>Ids tell nothing and work for one organisation.</summary>
public sealed class AuditEventIdsTests
{
    private static readonly PartnerId Police = PartnerId.Parse("politie-noord");
    private static readonly PartnerId Ashg = PartnerId.Parse("ashg-noord");

    [Fact]
    public void Of_SameEvent_IsAlwaysTheSameAndOpens()
    {
        foreach (var (index, place) in new[] { (0L, 0), (1L, 254), (long.MaxValue, 3) })
        {
            var id = new AuditEventIds(new byte[32]).Of(Police, index, place);

            Assert.Equal(id, new AuditEventIds(new byte[32]).Of(Police, index, place));
            Assert.Equal((index, place), new AuditEventIds(new byte[32]).Open(Police, id));
            Assert.Matches("^[0-9a-f]{32}$", id);
        }
    }

    [Fact]
    public void Open_OfAnotherOrganisationKeyOrForm_IsNull()
    {
        var ids = new AuditEventIds(new byte[32]);
        var id = ids.Of(Police, 5, 1);

        Assert.Null(ids.Open(Ashg, id));
        Assert.Null(new AuditEventIds(new byte[] { 1, 2, 3 }).Open(Police, id));
        Assert.Null(ids.Open(Police, id.ToUpperInvariant()));
        Assert.Null(ids.Open(Police, id[..31]));
        Assert.Null(ids.Open(Police, id[..31] + "g"));
        Assert.Null(ids.Open(Police, ""));
    }

    [Fact]
    public void Open_AnyOneCharacterChanged_IsNull()
    {
        var ids = new AuditEventIds(new byte[32]);
        var id = ids.Of(Police, 5, 1);

        Assert.All(Enumerable.Range(0, 32), i => Assert.Null(ids.Open(Police, $"{id[..i]}{(id[i] == '0' ? '1' : '0')}{id[(i + 1)..]}")));
    }
}
