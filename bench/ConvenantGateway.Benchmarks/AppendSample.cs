using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Store;

namespace ConvenantGateway.Benchmarks;

/// <summary>A record of ordinary size with two views and one person, and rows of the same sizes.</summary>
internal static class AppendSample
{
    private const int Persons = 200;

    private static readonly ImmutableArray<RecordValue> Values =
    [
        new("actor", "900012345"), new("actor-role", "SEH-arts"), new("categories-released", "D01 D02 D04"), new("withheld", "Patient.address (D05)\nObservation.note (D21)"), new("dossier", "0196f0a0-0000-7000-8000-000000000001"),
    ];

    private static readonly string Digest = new('a', 64);
    private static readonly byte[] Leaf = new byte[1770];
    private static readonly byte[] Sealed = new byte[451];

    // As the log's: of each viewer another one, with no order among them.
    private static readonly byte[][][] Blind = [.. Enumerable.Range(0, Persons).Select(static p => new[] { BlindOf("ziekenhuis-noord", p), BlindOf("ashg-noord", p) })];
    private static int _next;

    /// <summary>A record.</summary>
    public static ExchangeRecord Record()
    {
        ImmutableArray<ReadOnlyMemory<byte>> person = [Person()];
        return new ExchangeRecord
        {
            Type = RecordType.Exchange,
            Transaction = Guid.CreateVersion7(),
            Time = DateTimeOffset.UtcNow,
            Caller = "ziekenhuis-noord",
            Counterparty = "ashg-noord",
            Purpose = "REFER",
            Ground = "G-CONSENT",
            By = "push",
            Outcome = "stored",
            Status = 200,
            Rules = ["R-20", "R-21"],
            Profile = "NL-2009",
            LawDate = "2009-06-01",
            Covenant = "modelconvenant-2009",
            PolicyDigest = Digest,
            BodyDigest = Digest,
            Views = [new RecordView("ziekenhuis-noord", Values, person), new RecordView("ashg-noord", Values, person)],
        };
    }

    /// <summary>Rows as the log would write them.</summary>
    public static EngineRows Rows() => new(Guid.CreateVersion7(), DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), Leaf, Leaf.AsMemory(0, 32), Sealed, Blind[(uint)Interlocked.Increment(ref _next) % Persons]);

    /// <summary>Appends records from many producers at once.</summary>
    public static Task FillAsync(GatewayStore gateway, Func<ExchangeRecord> record, int records, int producers)
    {
        var left = records;
        return Task.WhenAll(Enumerable.Range(0, producers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await gateway.Log.AppendAsync(record(), null, CancellationToken.None);
            }
        })));
    }

    private static byte[] BlindOf(string viewer, int person) => SHA256.HashData(Encoding.UTF8.GetBytes($"{viewer} {person}"))[..16];

    /// <summary>The handle of one of the persons.</summary>
    public static byte[] Person()
    {
        var person = new byte[32];
        BitConverter.TryWriteBytes(person, (uint)Interlocked.Increment(ref _next) % Persons);
        return person;
    }
}
