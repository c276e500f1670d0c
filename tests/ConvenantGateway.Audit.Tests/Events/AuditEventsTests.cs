namespace ConvenantGateway.Audit.Tests.Events;

/// <summary>The catalogue of record types is complete.</summary>
public sealed class AuditEventsTests
{
    [Fact]
    public void All_EveryType_HasOneRowInOrder() =>
        Assert.Equal(Enum.GetValues<RecordType>().Where(static t => t != RecordType.None), AuditEvents.All.Select(static e => e.Type));

    [Fact]
    public void All_EveryRow_SaysWhenAndWhoSees() => Assert.All(AuditEvents.All, static e =>
    {
        Assert.NotEmpty(e.When);
        Assert.NotEmpty(e.Views);
    });
}
