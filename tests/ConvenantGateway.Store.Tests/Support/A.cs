using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store.Tests;

/// <summary>Builders whose defaults show nothing to anybody.</summary>
internal static class A
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    public static readonly PartnerId Ashg = PartnerId.Parse("ashg-noord");
    public static readonly PartnerId Hospital = PartnerId.Parse("ziekenhuis-noord");
    public static readonly PartnerId Gp = PartnerId.Parse("huisarts-noord");

    public static ExchangeRecord Record(params RecordView[] views) => new()
    {
        Type = RecordType.Exchange,
        Transaction = Guid.CreateVersion7(),
        Time = Noon,
        Caller = Hospital.Value,
        Counterparty = Ashg.Value,
        Purpose = "STATUS",
        By = "status",
        Outcome = "released",
        Status = 200,
        BodyDigest = new string('0', 64),
        Views = [.. views],
    };

    public static RecordView View(PartnerId viewer, params ReadOnlyMemory<byte>[] persons) =>
        new(viewer.Value, [new RecordValue("actor", "900012345"), new RecordValue("level", "L1")], [.. persons]);

    public static PersonHandle Handle(byte seed) => new(Convert.ToHexStringLower(Enumerable.Repeat(seed, 32).ToArray()));

    public static StoredResource Resource(PartnerId register, PartnerId source, string type, string id, params StoredPerson[] persons) => new()
    {
        Register = register,
        Source = source,
        Transaction = Guid.CreateVersion7(),
        Type = type,
        Id = id,
        ReceivedAt = Noon,
        Persons = [.. persons],
        Json = Encoding.UTF8.GetBytes($$"""{"resourceType":"{{type}}","id":"{{id}}"}"""),
    };

    public static StoreWrites Storing(params StoredResource[] resources) => new() { Resources = [.. resources] };

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
