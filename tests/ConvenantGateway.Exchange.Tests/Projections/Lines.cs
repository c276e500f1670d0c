using System.Collections.Immutable;
using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange.Tests.Tokens;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Projections;

/// <summary>Records as the pipeline writes them. Defaults: a push of the police to the ASHG about two persons.</summary>
internal static class Lines
{
    public const string Police = "politie-noord";
    public const string Ashg = "ashg-noord";
    public const string Hospital = "ziekenhuis-noord";

    public static readonly PersonHandle Anna = new(new string('a', 64));
    public static readonly PersonHandle Bram = new(new string('b', 64));

    public static OnePolicy Policies { get; } = new();

    public static ProjectionWords Words { get; } = new("convenantgateway.test/log", Policies.Current.Snapshot);

    public static ExchangeRecord Push(string outcome = "stored", string from = Police, string to = Ashg)
    {
        RecordValue[] both =
        [
            new("actor", "https://politie.nl/dienstnummer|4711"), new("actor-role", "hulpofficier"), new("laws", "BWBR0022463 20(1)"), new("obligations", "no-onward"),
            new("released-1", "slachtoffer: D01 D08"), new("released-2", "pleger: D01"), new("resources", "Patient:2 Observation:1"),
        ];
        return Record("push", outcome, from, to) with
        {
            Ground = "G-WPG20",
            Purpose = "REFER",
            Rules = ["R-01"],
            Views =
            [
                new RecordView(from, [new RecordValue("dossier", "d-1"), .. both, new RecordValue("withheld", "Patient.address x1 (D04) niet nodig")], Persons(Anna, Bram)),
                new RecordView(to, [.. both], Persons(Anna, Bram)),
            ],
        };
    }

    /// <summary>A question that got an answer: both sides have a view.</summary>
    public static ExchangeRecord Answered(string by = "status", string from = Hospital, string to = Ashg) => Record(by, "released", from, to) with
    {
        Rules = ["R-46a"],
        Views =
        [
            new RecordView(from, [.. Actor, new RecordValue("level", "L1"), new RecordValue("consent", "Consent/c1"), new RecordValue("asked", "$case-status")], Persons(Anna)),
            new RecordView(to, [.. Actor, new RecordValue("level", "L1"), new RecordValue("answer-rules", "R-46a"), new RecordValue("answer-ground", "G-COOP"), new RecordValue("permission", "Consent/p1"), new RecordValue("asked", "$case-status")], Persons(Anna)),
        ],
    };

    /// <summary>A question that got nothing, or was refused: the asker's view only.</summary>
    public static ExchangeRecord Unanswered(string outcome = "absent", int status = 200, string from = Hospital, string to = Ashg) => Record("status", outcome, from, to) with
    {
        Status = status,
        Views = [new RecordView(from, [.. Actor, new RecordValue("level", "L0"), new RecordValue("asked", "$case-status")], Persons(Anna))],
    };

    public static ExchangeRecord Record(string by, string outcome, string from, string to) => new()
    {
        Type = RecordType.Exchange,
        Transaction = Guid.Parse("0198f2a0-0000-7000-8000-000000000001"),
        Time = new DateTimeOffset(2026, 7, 1, 10, 30, 0, TimeSpan.Zero),
        Caller = from,
        Counterparty = to,
        Purpose = "STATUS",
        Ground = "G-CONSENT",
        By = by,
        Outcome = outcome,
        Status = 200,
        Covenant = "modelconvenant-2009",
        LawDate = "2009-06-01",
        PolicyDigest = new string('c', 64),
        BodyDigest = new string('d', 64),
    };

    public static RecordValue[] Actor => [new("actor", "uzi|900012345"), new("actor-role", "SEH-arts")];

    public static ImmutableArray<ReadOnlyMemory<byte>> Persons(params PersonHandle[] handles) => [.. handles.Select(static h => (ReadOnlyMemory<byte>)h.ToBytes())];

    /// <summary>A call of an organisation at its own address.</summary>
    public static ExchangeCall Own(string organisation, params PersonHandle[] about) => new()
    {
        Caller = PartnerId.Parse(organisation),
        Counterparty = PartnerId.Parse(organisation),
        Grant = new ExchangeGrant
        {
            Caller = PartnerId.Parse(organisation),
            Counterparty = PartnerId.Parse(organisation),
            Purpose = new Purpose(""),
            Ground = new Ground(""),
            Actor = "uzi|1",
            ActorRole = "logbeheerder",
            About = [.. about],
            Dossier = Guid.Empty,
        },
        Transaction = Guid.Empty,
        ReceivedAt = DateTimeOffset.UnixEpoch,
        Policy = Policies.Current,
        LawDate = new DateOnly(2009, 6, 1),
        FhirBase = $"https://gateway/{organisation}/fhir",
    };

    public static AuditEventParts Parts(ViewLog log) => new(log, new AuditEventIds(new byte[32]));

    public static async Task<PreparedAnswer> SearchAsync(ViewLog log, ExchangeCall call, PageTokens pages, params (string, string)[] form) =>
        await new AuditEventSearchInteraction(Parts(log), pages, [.. form.Select(static f => KeyValuePair.Create(f.Item1, f.Item2))]).PrepareAsync(call, TestContext.Current.CancellationToken);

    public static string Text(PreparedAnswer answer) => Encoding.UTF8.GetString(answer.Body.Utf8.Span);
}
