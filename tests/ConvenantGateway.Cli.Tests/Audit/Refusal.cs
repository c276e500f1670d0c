using ConvenantGateway.Audit;

namespace ConvenantGateway.Cli.Tests.Audit;

/// <summary>A record that the hospital sees.</summary>
internal static class Refusal
{
    public static ExchangeRecord Record() => new()
    {
        Type = RecordType.Exchange,
        Transaction = Guid.CreateVersion7(),
        Time = TimeProvider.System.GetUtcNow(),
        Caller = "ziekenhuis-noord",
        Outcome = "refused",
        BodyDigest = new string('0', 64),
        Views = [new RecordView("ziekenhuis-noord", [new RecordValue("reason", "geen grond")], [])],
    };
}
