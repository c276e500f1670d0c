using System.Collections.Immutable;
using System.Diagnostics;
using ConvenantGateway.Audit;
using ConvenantGateway.Benchmarks.Measuring;
using ConvenantGateway.Benchmarks.Reporting;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Benchmarks.Reports;

/// <summary>
/// A person report (inzage) over a log of a million records: one person with 40 of them and one with 5,000, spread over the whole log. The figure is seconds from the request to the composed
/// report; the goal is a limit, not a ratio, because a betrokkene's officer waits for it.
/// </summary>
internal static class ReportBench
{
    private const string Viewer = "ashg-noord";
    private const int Producers = 2048;
    private const int Background = 500;
    private const int Ordinary = 40;
    private const int Worst = 5000;

    private static readonly string Digest = new('a', 64);

    /// <summary>Builds, measures and prints.</summary>
    public static async Task RunAsync(BenchOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("convenant-bench-").FullName;
        try
        {
            var records = options.IsQuick ? 50_000 : 1_000_000;
            var policy = RealPolicies.Load();
            await using var gateway = GatewayStore.Open(
                new StoreOptions { Database = folder, LogOrigin = "convenantgateway.nl/log/bench", Log = new AuditLogOptions { QueueCapacity = Producers * 2 } }, TimeProvider.System);
            var watch = Stopwatch.StartNew();
            await FillAsync(gateway, records);
            var built = watch.Elapsed;
            var size = new FileInfo(Path.Combine(folder, "convenant.db")).Length / (1024 * 1024);
            List<Row> rows = [await MeasureAsync(gateway, policy, 0, Ordinary, options), await MeasureAsync(gateway, policy, 1, Worst, options)];
            GoalTable.Print(output, "report", rows, [$"{records} records written in {built.TotalSeconds:F0} s, {size} MiB; the pages of the file are in the cache of the machine"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Row> MeasureAsync(GatewayStore gateway, PolicySnapshot policy, int person, int expected, BenchOptions options)
    {
        var reader = new PersonReportReader(gateway.Reading);
        var samples = new Samples();
        var found = 0;
        for (var i = 0; i < options.Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            var report = await reader.ComposeAsync(Request(person), policy, DateTimeOffset.UtcNow, CancellationToken.None);
            samples.Add(watch.Elapsed.TotalSeconds);
            found = report.Judgement.Rows.Length;
        }

        return found == expected
            ? new Row($"seconds, person with {expected} records", "limit", samples, new Goal("report", 2, false), $"{Row.Figure(samples.Median * 1e6 / expected)} us per record")
            : throw new BenchFailedException($"the report holds {found} records and not {expected}");
    }

    private static async Task FillAsync(GatewayStore gateway, int records)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Producers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < records; i = Interlocked.Increment(ref next))
            {
                await gateway.Log.AppendAsync(Record(i, PersonOf(i, records)), null, CancellationToken.None);
            }
        })));
    }

    // Persons 0 and 1 are spread evenly; all others share the rest.
    private static int PersonOf(int index, int records) =>
        index % (records / Ordinary) == 0 ? 0 : index % (records / Worst) == 1 ? 1 : 2 + (index % Background);

    private static ExchangeRecord Record(int index, int person) => new()
    {
        Type = RecordType.Exchange,
        Transaction = Guid.CreateVersion7(),
        Time = DateTimeOffset.UtcNow,
        Caller = Viewer,
        Counterparty = index % 3 == 0 ? "huisarts-noord" : "politie-noord",
        Purpose = "REFER",
        Ground = "G-CONSENT",
        By = "push",
        Outcome = "stored",
        Status = 200,
        Rules = ["R-40"],
        LawDate = "2009-06-01",
        Covenant = "modelconvenant-2009",
        PolicyDigest = Digest,
        BodyDigest = Digest,
        Views = [new RecordView(Viewer, Values, [Handle(person)])],
    };

    private static ImmutableArray<RecordValue> Values { get; } =
    [
        new("actor", "900012345"), new("actor-role", "maatschappelijk werker"), new("released-1", "slachtoffer: D01 D06 D08 D14"), new("laws", "BWBR0011468 8(a); BWBR0011468 23(1)(a)"),
        new("withheld", "Patient.address x1 (D04) niet nodig (Wbp 11(1))"),
    ];

    private static PersonReportRequest Request(int person) => new()
    {
        Id = Guid.CreateVersion7(),
        Viewer = Viewer,
        Received = DateTimeOffset.UtcNow,
        LawDate = new DateOnly(2009, 6, 1),
        Person = Convert.ToHexStringLower(Handle(person)),
        Age = 30,
        Applicant = ReportApplicant.Betrokkene,
        Identity = ReportProof.DocumentGezien,
    };

    private static byte[] Handle(int person)
    {
        var handle = new byte[32];
        BitConverter.TryWriteBytes(handle, person + 1);
        return handle;
    }
}
