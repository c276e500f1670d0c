using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange.Tests.Wegwijzer;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.PersonReports;

/// <summary>Builders whose defaults are refused: a test grants what it needs.</summary>
internal static class ReportParts
{
    public static readonly PersonHandle Person = new(new string('a', 64));
    public static readonly PersonHandle Other = new(new string('b', 64));
    public static readonly PersonHandle Third = new(new string('c', 64));
    public static readonly DateTimeOffset Now = new(2009, 6, 12, 9, 0, 0, TimeSpan.Zero);

    public static PolicySnapshot Snapshot => RepositoryPolicy.Snapshot;

    /// <summary>Nobody known asks.</summary>
    public static PersonReportRequest Bare(string viewer = "ashg-noord") => new()
    {
        Id = new Guid("0196f0a0-0000-7000-8000-000000000001"),
        Viewer = viewer,
        Received = new DateTimeOffset(2009, 6, 10, 8, 0, 0, TimeSpan.Zero),
        LawDate = new DateOnly(2009, 6, 10),
        Person = Person.Hex,
        Age = 30,
    };

    public static PersonReportRequest Self(int age = 30, string viewer = "ashg-noord") => Bare(viewer) with { Age = age, Applicant = ReportApplicant.Betrokkene, Identity = ReportProof.DocumentGezien };

    public static PersonReportRequest Represented(int age = 7, string viewer = "ashg-noord") => Bare(viewer) with
    {
        Age = age,
        Applicant = ReportApplicant.Vertegenwoordiger,
        Identity = ReportProof.DocumentGezien,
        Capacity = RepresentativeCapacity.Gezag,
        Authority = AuthorityProof.Gezagsregister,
        Representative = Other.Hex,
        InterestOpposes = false,
    };

    public static VisibleRecord Push(long index, DateOnly day, string caller, string receiver, string purpose, params (PersonHandle? Handle, string Line)[] persons) =>
        Record(index, day, caller, receiver, purpose, "push", "stored", [.. persons.Select((p, i) => new RecordValue($"released-{i + 1}", p.Line))], [.. persons.Select(static p => p.Handle).OfType<PersonHandle>().Distinct()]);

    public static VisibleRecord Record(
        long index, DateOnly day, string caller, string receiver, string purpose, string by, string outcome, ImmutableArray<RecordValue> values, ImmutableArray<PersonHandle> persons) =>
        new(index, ReadOnlyMemory<byte>.Empty, new ExchangeRecord
        {
            Type = RecordType.Exchange,
            Transaction = new Guid((int)index, 0, 0, new byte[8]),
            Time = new DateTimeOffset(day.ToDateTime(new TimeOnly(11, 0)), TimeSpan.Zero),
            Caller = caller,
            Counterparty = receiver,
            Purpose = purpose,
            Ground = "G-CONSENT",
            By = by,
            Outcome = outcome,
            BodyDigest = new string('0', 64),
            Views = [new RecordView("x", values, [.. persons.Select(static p => (ReadOnlyMemory<byte>)p.ToBytes())])],
        }, values);

    public static PersonReport Compose(PersonReportRequest request, params VisibleRecord[] records) => PersonReportComposer.Compose(request, records, [], Snapshot, Now);
}
