namespace ConvenantGateway.Audit.Tests;

/// <summary>Builders whose defaults show nothing to anybody.</summary>
internal static class A
{
    public const string Origin = "convenantgateway.nl/log/test";

    public static readonly NoteSigner Signer = new(Origin, Enumerable.Repeat((byte)9, 32).ToArray());

    public static ExchangeRecord Record(params RecordView[] views) => new()
    {
        Type = RecordType.Exchange,
        Transaction = Guid.Parse("0196f0a0-0000-7000-8000-000000000001"),
        Time = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
        Caller = "ziekenhuis-noord",
        Outcome = "refused",
        BodyDigest = new string('a', 64),
        Views = [.. views],
    };

    public static RecordView View(string viewer, params (string Field, string Value)[] values) =>
        new(viewer, [.. values.Select(static v => new RecordValue(v.Field, v.Value))], []);

    public static AuditLog Log(ILogStore store, int capacity = 64, TimeSpan? probe = null, TimeSpan? quickTurn = null, bool isPoolIdle = true) =>
        new(store, new FixedKeys(), Signer, new AuditLogOptions { QueueCapacity = capacity, ProbeInterval = probe ?? TimeSpan.FromHours(1), QuickTurn = quickTurn ?? TimeSpan.FromHours(1), IsPoolIdle = () => isPoolIdle });
}
