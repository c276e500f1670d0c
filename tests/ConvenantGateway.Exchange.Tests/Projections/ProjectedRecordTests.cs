using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange.Tests.Projections;

/// <summary>A projection names the professional by number, whatever the record says beside it.</summary>
public sealed class ProjectedRecordTests
{
    [Theory]
    [InlineData("J. Jansen, arts (SEH-arts), uzi|900012345", "uzi|900012345")]
    [InlineData("uzi|900012345", "uzi|900012345")]
    [InlineData("", "")]
    public void OwnActor_TextOfATokenOrNumber_IsTheNumberAlone(string text, string number)
    {
        var record = new ProjectedRecord(
            new VisibleRecord(0, ReadOnlyMemory<byte>.Empty, Lines.Record("token", "released", "ziekenhuis-noord", "ashg-noord"), [new RecordValue("actor", text), new RecordValue("dossier", "d")]), "ziekenhuis-noord");

        Assert.Equal(number, record.OwnActor);
    }
}
