using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests.Erasing;

/// <summary>Builds orders about persons that tests name by a byte.</summary>
internal static class AnOrder
{
    public const string Viewer = "ashg-noord";

    public static LogOrder Erase(TemporaryStore store, params byte[] persons) => Of(store, LogOrderKind.Erase, "Wbp-36", persons);

    public static LogOrder Hold(TemporaryStore store, byte person, int days = 30) =>
        Of(store, LogOrderKind.Hold, "zaak-17", person) with { Until = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days) };

    public static LogOrder Lift(TemporaryStore store, byte person) => Of(store, LogOrderKind.Lift, "zaak-17-gesloten", person);

    public static string Blind(TemporaryStore store, byte person) => Convert.ToHexStringLower(new ViewSealer(store.Gateway.Keys).Blind(Viewer, A.Handle(person).ToBytes()));

    public static byte[] Secret(TemporaryStore store, byte person) =>
        [.. store.Gateway.Keys.FindSealingKey(Viewer, Convert.FromHexString(Blind(store, person)), RetentionClass.Log) ?? throw new InvalidOperationException("there is no key")];

    public static Task<AuditReceipt> AppendAsync(TemporaryStore store, params byte[] persons) =>
        store.AppendAsync(A.Record(A.View(A.Ashg, [.. persons.Select(static p => (ReadOnlyMemory<byte>)A.Handle(p).ToBytes())]))).AsTask();

    public static async Task<VisibleRecord> ReadAsync(TemporaryStore store, long index) =>
        await store.Gateway.Reading.FindAsync(Viewer, index, default) ?? throw new InvalidOperationException("there is no such record");

    private static LogOrder Of(TemporaryStore store, LogOrderKind kind, string rule, params byte[] persons) => new()
    {
        Id = Guid.CreateVersion7(),
        At = TimeProvider.System.GetUtcNow(),
        Kind = kind,
        By = "fg-ashg-noord",
        Account = "tester",
        Rule = rule,
        Persons = [.. persons.Select(p => new LogOrderPerson(Viewer, Blind(store, p), RetentionClass.Log))],
    };
}
