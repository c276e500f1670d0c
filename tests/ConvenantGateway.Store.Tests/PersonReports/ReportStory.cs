using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store.Tests.PersonReports;

/// <summary>
/// A family in the log of the hospital, through the real store: care, a referral, a report, a flight. Every free value of every record holds canaries: what must not be on paper.
/// </summary>
internal static class ReportStory
{
    public const string Hospital = "ziekenhuis-noord";

    public static readonly PersonHandle Mother = A.Handle(1);
    public static readonly PersonHandle Son = A.Handle(2);
    public static readonly PersonHandle Father = A.Handle(3);

    /// <summary>Safe contact, shelter, reporter, another person.</summary>
    public static readonly ImmutableArray<string> Canaries = ["06-20000002", "Schuilstraat 5", "buurvrouw Melders", "Bert Gevaar", "Anna Voorbeeld", "900012345", "D02", "D03", "D05", "D11", "D13", "D21"];

    private static readonly RecordValue[] Planted =
    [
        new("actor", "900012345"), new("actor-role", "arts, collega van buurvrouw Melders"), new("reason", "Anna Voorbeeld, 06-20000002, Schuilstraat 5"),
        new("permission-by", "Bert Gevaar"), new("resources", "Patient:1 Condition:2 Flag:1 06-20000002:1 Schuilstraat"), new("laws", "Bert Gevaar; BWBR0011468 8(a)"),
        new("obligations", "buurvrouw Melders"), new("warnings", "Schuilstraat 5"), new("consent", "Consent/06-20000002"),
    ];

    public static async Task PlantAsync(TemporaryStore store)
    {
        await PushAsync(store, 2, 3, "huisarts-noord", Hospital, "TREAT", "G-DIRECT", (Son, "client: D01 D03 D14"));
        await PushAsync(store, 3, 9, Hospital, "huisarts-noord", "TREAT", "G-DIRECT", (Mother, "slachtoffer: D01 D02 D08 D14"));
        await PushAsync(store, 3, 10, "reclassering-noord", Hospital, "TREAT", "G-CONSENT", (Father, "client: D01 D15"));
        await PushAsync(store, 4, 2, "politie-noord", Hospital, "ACUTE", "G-WPG19", (Mother, "slachtoffer: D01 D06 D09"), (Father, "pleger: D01 D07 D09"));
        await PushAsync(store, 4, 20, Hospital, "huisarts-noord", "TREAT", "G-DIRECT", (Son, "client: D01 D14 D22"));
        await PushAsync(store, 4, 21, Hospital, "amk-noord", "REPORT-CHILD", "G-MELD-CHILD", (Son, "kind+getuige: D01 D06 D22"), (Mother, "slachtoffer: D01"), (Father, "pleger: D01 D07 D21"));
        await PushAsync(store, 4, 28, "amk-noord", Hospital, "FEEDBACK", "G-PUBTASK", (Son, "kind: D01 D20"));
        await PushAsync(store, 5, 12, Hospital, "vrouwenopvang-noord", "REFER", "G-CONSENT", (Mother, "slachtoffer: D01 D02 D05 D14"), (Son, "kind: D01"));
        await PushAsync(store, 5, 28, Hospital, "huisarts-noord", "TREAT", "G-DIRECT", (Son, "client: D01 D14"));
        await PushAsync(store, 6, 1, Hospital, "ashg-noord", "REPORT-DV", "G-CONSENT", (Mother, "slachtoffer: D05"));
        await StatusAsync(store, 6, 3, "released");
        await StatusAsync(store, 6, 4, "absent");
        await StatusAsync(store, 6, 5, "refused");
    }

    public static PersonReportRequest Request(PersonHandle person, int age) => new()
    {
        Id = new Guid("0196f0a0-0000-7000-8000-000000000001"),
        Viewer = Hospital,
        Received = new DateTimeOffset(2009, 6, 10, 8, 0, 0, TimeSpan.Zero),
        LawDate = new DateOnly(2009, 6, 10),
        Person = person.Hex,
        Age = age,
        Applicant = ReportApplicant.Betrokkene,
        Identity = ReportProof.DocumentGezien,
    };

    public static PersonReportRequest ByRepresentative(PersonHandle person, int age, PersonHandle representative) => Request(person, age) with
    {
        Applicant = ReportApplicant.Vertegenwoordiger,
        Capacity = RepresentativeCapacity.Gezag,
        Authority = AuthorityProof.Gezagsregister,
        Representative = representative.Hex,
        InterestOpposes = false,
    };

    public static ValueTask<PersonReport> ComposeAsync(TemporaryStore store, PersonReportRequest request) =>
        new PersonReportReader(store.Gateway.Reading).ComposeAsync(request, ReportPolicy.Snapshot, new DateTimeOffset(2009, 6, 12, 9, 0, 0, TimeSpan.Zero), CancellationToken.None);

    public static async Task PushAsync(TemporaryStore store, int month, int day, string caller, string receiver, string purpose, string ground, params (PersonHandle Handle, string Line)[] persons)
    {
        RecordValue[] values = [.. Planted, .. persons.Select((p, i) => new RecordValue($"released-{i + 1}", p.Line)), new("withheld", "Patient.telecom x1 (D02) buurvrouw Melders")];
        ImmutableArray<ReadOnlyMemory<byte>> handles = [.. persons.Select(static p => (ReadOnlyMemory<byte>)p.Handle.ToBytes())];
        await store.AppendAsync(A.Record(new RecordView(caller, [.. values], handles), new RecordView(receiver, [.. values], handles)) with
        {
            Time = new DateTimeOffset(2009, month, day, 11, 0, 0, TimeSpan.Zero),
            Caller = caller,
            Counterparty = receiver,
            Purpose = purpose,
            Ground = ground,
            By = "push",
            Outcome = "stored",
            LawDate = "2009-06-01",
        });
    }

    private static async Task StatusAsync(TemporaryStore store, int month, int day, string outcome) =>
        await store.AppendAsync(A.Record(new RecordView(Hospital, [.. Planted, new("level", outcome == "released" ? "L1" : "L0")], [Mother.ToBytes()])) with
        {
            Time = new DateTimeOffset(2009, month, day, 11, 0, 0, TimeSpan.Zero),
            Ground = "G-CONSENT",
            Outcome = outcome,
            LawDate = "2009-06-01",
        });
}
