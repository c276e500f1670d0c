using System.Collections.Immutable;
using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Browser.Tests;

/// <summary>The records and the referral that the stories leave behind, with the views that the pipeline gives them.</summary>
internal sealed class Seed
{
    private static readonly PartnerId Shelter = PartnerId.Parse("vrouwenopvang-noord");

    private static readonly PartnerId SupportCentre = PartnerId.Parse("ashg-noord");

    private readonly FakeLog _log;
    private readonly DateTimeOffset _now;

    private Seed(FakeLog log, DateTimeOffset now) => (_log, _now) = (log, now);

    public static PersonHandles Handles { get; } = new(new byte[32]);

    public static PersonTraits Mother { get; } = new("Voorbeeld", "Anna", "1979-04-12", "female", null);

    /// <summary>(a): the referral.</summary>
    public long Referral { get; private set; }

    /// <summary>(b1): the question without a ground, refused; the hospital's eyes only.</summary>
    public long RefusedQuestion { get; private set; }

    /// <summary>(b2): the answered question.</summary>
    public long AnsweredQuestion { get; private set; }

    /// <summary>(c): the held message.</summary>
    public long Held { get; private set; }

    /// <summary>The Task in the shelter's inbox.</summary>
    public string TaskId { get; } = Guid.CreateVersion7().ToString();

    public static async Task<Seed> PlantAsync(FakeStore store, FakeLog log, TimeProvider time)
    {
        var today = time.GetUtcNow().UtcDateTime.Date;
        var wednesdayOfLastWeek = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - 5).AddHours(12);
        var seed = new Seed(log, new DateTimeOffset(wednesdayOfLastWeek, TimeSpan.Zero));
        await seed.PlantRecordsAsync();
        var transaction = log.Records[(int)seed.Referral].Transaction;
        seed.PlantReferral(store, transaction);
        store.Held.Add(new HeldMessage(
            log.Records[(int)seed.Held].Transaction, PartnerId.Parse("politie-noord"), SupportCentre, seed._now, ["Bundle.entry[3].resource.note (D05)", "Bundle.entry[4].resource (D11)"], default));
        return seed;
    }

    private async Task PlantRecordsAsync()
    {
        RecordValue[] released = [new("actor", "900012345"), new("actor-role", "maatschappelijk werker"), new("released-1", "slachtoffer: D01 D02 D06 D08 D18"), new("released-2", "kind+getuige: D01"), new("released-3", "pleger: D01 D07")];
        Referral = await AddAsync(
            RecordType.Exchange,
            "ashg-noord",
            "vrouwenopvang-noord",
            "REFER",
            "G-CONSENT",
            "push",
            "stored",
            ["R-40"],
            ("ashg-noord", [.. released, new("laws", "BWBR0011468 8(a); BWBR0011468 23(1)(a)"), new("withheld", "Patient.identifier[1] (D03) niet toegestaan over deze grens (Wbp 24)\nPatient.address (D04) niet nodig voor de opvang (Wbp 11(1))")]),
            ("vrouwenopvang-noord", released));
        RefusedQuestion = await AddAsync(
            RecordType.Token,
            "ziekenhuis-noord",
            "ashg-noord",
            "STATUS",
            "",
            "token",
            "refused",
            [],
            ("ziekenhuis-noord", [new("actor", "900012345"), new("reason", "een grondslag ontbreekt"), new("authorization-details", """[{"weighing":{"necessity":"letsel past niet bij het verhaal"}}]""")]));
        AnsweredQuestion = await AddAsync(
            RecordType.Exchange,
            "ziekenhuis-noord",
            "ashg-noord",
            "STATUS",
            "G-CONSENT",
            "status",
            "released",
            ["R-46a"],
            ("ziekenhuis-noord", [new("level", "L1")]),
            ("ashg-noord", [new("level", "L1"), new("answer-rules", "R-46a"), new("answer-ground", "G-CONSENT"), new("permission", "Consent/1")]));
        Held = await AddAsync(
            RecordType.Hold,
            "politie-noord",
            "ashg-noord",
            "REFER",
            "G-WPG20",
            "push",
            "held",
            [],
            ("politie-noord", [new("held-because", "Bundle.entry[3].resource.note (D05); Bundle.entry[4].resource (D11)")]));
    }

    private async Task<long> AddAsync(
        RecordType type, string caller, string other, string purpose, string ground, string by, string outcome, ImmutableArray<string> rules, params (string Viewer, RecordValue[] Values)[] views)
    {
        ReadOnlyMemory<byte> person = Handles.HandleOf(Mother)!.Value.ToBytes();
        var receipt = await _log.AppendAsync(
            new ExchangeRecord
            {
                Type = type,
                Transaction = Guid.CreateVersion7(_now),
                Time = _now,
                Caller = caller,
                Counterparty = other,
                Purpose = purpose,
                Ground = ground,
                By = by,
                Outcome = outcome,
                Rules = rules,
                Profile = "NL-2009",
                LawDate = "2009-06-01",
                Covenant = "modelconvenant-2009",
                BodyDigest = new string('b', 64),
                Views = [.. views.Select(v => new RecordView(v.Viewer, [.. v.Values], [person]))],
            },
            null,
            CancellationToken.None);
        return receipt.Index;
    }

    private void PlantReferral(FakeStore store, Guid transaction)
    {
        var handle = Handles.HandleOf(Mother);
        void Add(string type, string id, string json, string patient, RolSet roles) => store.Resources.Add(new StoredResource
        {
            Register = Shelter,
            Source = SupportCentre,
            Transaction = transaction,
            Type = type,
            Id = id,
            ReceivedAt = _now,
            Classes = CategorySet.All,
            Persons = [new StoredPerson(patient, patient == "p-moeder" ? handle : null, roles)],
            Json = Encoding.UTF8.GetBytes(json),
        });

        var victim = RolSet.Of(BetrokkeneRol.Slachtoffer);
        Add("Patient", "p-pleger", """{"resourceType":"Patient","id":"p-pleger","name":[{"family":"Gevaar","given":["Bert"]}],"telecom":[{"system":"phone","value":"06-00000099"}],"gender":"male"}""", "p-pleger", RolSet.Of(BetrokkeneRol.Pleger));
        Add("Patient", "p-moeder", """{"resourceType":"Patient","id":"p-moeder","meta":{"tag":[{"code":"SUBSETTED"}]},"name":[{"family":"Voorbeeld","given":["Anna"]}],"telecom":[{"system":"phone","value":"06-00000001","use":"mobile"}],"gender":"female","birthDate":"1979-04-12"}""", "p-moeder", victim);
        Add("Patient", "p-zoon", """{"resourceType":"Patient","id":"p-zoon","name":[{"family":"Voorbeeld","given":["Tim"]}],"birthDate":"2002-01-02"}""", "p-zoon", RolSet.Of(BetrokkeneRol.Kind) | RolSet.Of(BetrokkeneRol.Getuige));
        Add("ServiceRequest", "sr-1", """{"resourceType":"ServiceRequest","id":"sr-1","status":"active","intent":"order","subject":{"reference":"Patient/p-moeder"},"code":{"text":"opvang"},"reasonCode":[{"text":"bedreiging door ex-partner"}]}""", "p-moeder", victim);
        Add("Task", TaskId, $$$"""{"resourceType":"Task","id":"{{{TaskId}}}","status":"requested","intent":"order","for":{"reference":"Patient/p-moeder"},"focus":{"reference":"ServiceRequest/sr-1"}}""", "p-moeder", victim);
    }
}
