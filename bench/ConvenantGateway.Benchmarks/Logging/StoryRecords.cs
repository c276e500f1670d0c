using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Benchmarks.Logging;

/// <summary>
/// Records in the proportion and of the sizes in which the stories of <c>demo</c> write them, counted on its log of 73: 32 reads of an own register (one view, five values), 19 tokens (one view, long texts), 14 looks
/// and events of the node (one small view), 8 exchanges between partners (two views of eleven values). The mean there: a leaf of 1,138 bytes, 1.12 views of 664 bytes; the bench prints what these come to.
/// </summary>
internal static class StoryRecords
{
    private const int Round = 73;
    private const int OwnReads = 32;
    private const int Tokens = 19;
    private const int Looks = 14;
    private const string Asker = "ziekenhuis-noord";
    private const string Holder = "ashg-noord";

    private static readonly string Digest = new('a', 64);
    private static readonly ImmutableArray<RecordValue> OwnValues = Values(45, "actor", "actor-role", "dossier", "resources", "asked");
    private static readonly ImmutableArray<RecordValue> TokenValues = Values(225, "actor", "authorization-details", "dossier");
    private static readonly ImmutableArray<RecordValue> LookValues = Values(20, "page", "shown");
    private static readonly ImmutableArray<RecordValue> ExchangeValues = Values(45, "actor", "actor-role", "dossier", "obligations", "laws", "released-1", "released-2", "released-3", "person-order", "resources", "withheld");
    private static int _next;

    /// <summary>The next record.</summary>
    public static ExchangeRecord Next()
    {
        ImmutableArray<ReadOnlyMemory<byte>> person = [AppendSample.Person()];
        return ((uint)Interlocked.Increment(ref _next) % Round) switch
        {
            < OwnReads => Record(RecordType.Exchange, Holder, new RecordView(Holder, OwnValues, person)) with { Counterparty = Holder, By = "read", Rules = ["SELF"] },
            < OwnReads + Tokens => Record(RecordType.Token, Asker, new RecordView(Asker, TokenValues, person)) with { Counterparty = Holder, By = "token" },
            < OwnReads + Tokens + Looks => Record(RecordType.Look, Holder, new RecordView(Holder, LookValues, [])),
            _ => Record(RecordType.Exchange, Asker, new RecordView(Asker, ExchangeValues, person), new RecordView(Holder, ExchangeValues, person)) with
            {
                Counterparty = Holder,
                Purpose = "REFER",
                Ground = "G-CONSENT",
                By = "push",
                Rules = ["R-40"],
            },
        };
    }

    private static ExchangeRecord Record(RecordType type, string caller, params RecordView[] views) => new()
    {
        Type = type,
        Transaction = Guid.CreateVersion7(),
        Time = DateTimeOffset.UtcNow,
        Caller = caller,
        Outcome = "released",
        Status = 200,
        LawDate = "2009-06-01",
        Covenant = "modelconvenant-2009",
        PolicyDigest = Digest,
        BodyDigest = Digest,
        Views = [.. views],
    };

    private static ImmutableArray<RecordValue> Values(int length, params string[] fields) => [.. fields.Select(f => new RecordValue(f, new string('x', length)))];
}
