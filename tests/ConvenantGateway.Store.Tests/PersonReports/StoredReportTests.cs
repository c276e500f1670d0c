using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store.Tests.PersonReports;

/// <summary>Requests in the store: revisions, who finds them, what lies on disk.</summary>
public abstract class StoredReportTests
{
    private protected abstract StoreEngine Engine { get; }

    private static readonly PartnerId Hospital = PartnerId.Parse(ReportStory.Hospital);

    [Fact]
    public async Task Revisions_OfARequest_TheNewestIsFoundAfterReopening()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(), Writes(File(1)));
        await store.AppendAsync(A.Record(), Writes(File(2) with { State = PersonReportState.Prepared, PreparedBy = "fg" }));

        await store.ReopenAsync();

        var found = await store.Gateway.PersonReports.FindAsync(Hospital, File(1).Request.Id, default);
        Assert.Equal((2, PersonReportState.Prepared, "fg"), (found!.File!.Revision, found.File.State, found.File.PreparedBy));
        Assert.Equal(found, Assert.Single(await store.Gateway.PersonReports.ListAsync(Hospital, default)));
        Assert.Equal(File(1).Request, found.File.Request);
    }

    [Fact]
    public async Task Revision_WrittenTwice_CollidesAndLeavesNoRecord()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(), Writes(File(1)));
        var first = await store.AppendAsync(A.Record(), Writes(File(2) with { State = PersonReportState.Released, DecidedBy = "one" }));

        var conflict = await Assert.ThrowsAsync<CompanionConflictException>(async () => await store.AppendAsync(A.Record(), Writes(File(2) with { State = PersonReportState.Released, DecidedBy = "two" })));

        Assert.Equal("person-report", conflict.Message);
        Assert.Equal("one", (await store.Gateway.PersonReports.FindAsync(Hospital, File(1).Request.Id, default))!.File!.DecidedBy);
        Assert.Equal(first.Index + 1, (await store.AppendAsync(A.Record())).Index);
    }

    [Fact]
    public async Task Request_OfAnother_IsAsAbsentAsAnUnknownOne()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(), Writes(File(1)));

        Assert.Null(await store.Gateway.PersonReports.FindAsync(A.Ashg, File(1).Request.Id, default));
        Assert.Null(await store.Gateway.PersonReports.FindAsync(Hospital, Guid.NewGuid(), default));
        Assert.Empty(await store.Gateway.PersonReports.ListAsync(A.Ashg, default));
    }

    [Fact]
    public async Task Files_AfterWriting_HoldNoHandleOfTheRequest()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(), Writes(File(1)));
        await store.ReopenAsync();

        Assert.Empty(await store.FilesWith(System.Text.Encoding.ASCII.GetBytes(ReportStory.Mother.Hex)));
    }

    [Fact]
    public async Task Erase_Betrokkene_LeavesARequestThatSaysUnderWhichRule()
    {
        await using var store = new TemporaryStore(Engine);
        await WriteAsync(store, File(1));
        await WriteAsync(store, File(2) with { State = PersonReportState.Prepared, PreparedBy = "fg" });

        var report = await EraseAsync(store, ReportStory.Mother);

        Assert.Contains("values of 2 records, 1 requests for a person report", Assert.Single(report.Lines), StringComparison.Ordinal);
        var left = Assert.Single(await store.Gateway.PersonReports.ListAsync(Hospital, default));
        Assert.Equal(new StoredPersonReport(File(1).Request.Id, File(1).Request.Received, null, new ErasureMark(report.Index, "Wbp-36")), left);
        Assert.Equal(left, await store.Gateway.PersonReports.FindAsync(Hospital, File(1).Request.Id, default));
        await store.ReopenAsync();
        Assert.Equal(left, Assert.Single(await store.Gateway.PersonReports.ListAsync(Hospital, default)));
    }

    [Fact]
    public async Task Erase_Betrokkene_CountsTheRequestsInTheTombstone()
    {
        await using var store = new TemporaryStore(Engine);
        await WriteAsync(store, File(1));

        var report = await EraseAsync(store, ReportStory.Mother);

        var tombstone = await store.Gateway.Reading.FindAsync(Hospital.Value, report.Index, default);
        Assert.Contains(new RecordValue(Tombstone.ReportsField, "1"), tombstone!.Values);
        Assert.Contains(new RecordValue(Tombstone.RecordsField, "0"), tombstone.Values);
        Assert.True((await store.Gateway.Reading.VerifyAsync(default)).IsValid);
    }

    [Fact]
    public async Task Erase_Representative_ErasesTheRequestAndAnotherPersonDoesNot()
    {
        await using var store = new TemporaryStore(Engine);
        await WriteAsync(store, Represented(1));
        await store.AppendAsync(A.Record(A.View(Hospital, ReportStory.Son.ToBytes())));

        var other = await EraseAsync(store, ReportStory.Son);
        Assert.NotNull(Assert.Single(await store.Gateway.PersonReports.ListAsync(Hospital, default)).File);
        var own = await EraseAsync(store, ReportStory.Father);

        Assert.DoesNotContain("requests", Assert.Single(other.Lines), StringComparison.Ordinal);
        Assert.Contains("1 requests", Assert.Single(own.Lines), StringComparison.Ordinal);
        Assert.Equal("Wbp-36", Assert.Single(await store.Gateway.PersonReports.ListAsync(Hospital, default)).Erased?.Rule);
    }

    [Fact]
    public async Task Erase_RepresentativeOfAPersonHeld_IsRefused()
    {
        await using var store = new TemporaryStore(Engine);
        await WriteAsync(store, Represented(1));
        var hold = Order(store, LogOrderKind.Hold, ReportStory.Mother) with { Until = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(30) };
        Assert.Equal("done", (await store.Gateway.Orders.CarryOutAsync(hold)).Outcome);

        Assert.Equal("refused", (await EraseAsync(store, ReportStory.Father)).Outcome);

        Assert.NotNull(Assert.Single(await store.Gateway.PersonReports.ListAsync(Hospital, default)).File);
    }

    [Fact]
    public async Task Revision_OfARequestErasedMeanwhile_CollidesAndBringsNothingBack()
    {
        await using var store = new TemporaryStore(Engine);
        await WriteAsync(store, File(1));
        await EraseAsync(store, ReportStory.Mother);

        await Assert.ThrowsAsync<CompanionConflictException>(async () => await WriteAsync(store, File(2)));

        Assert.Null(Assert.Single(await store.Gateway.PersonReports.ListAsync(Hospital, default)).File);
    }

    [Fact]
    public async Task Request_AfterAnErasure_IsReadableAndTheOldStaysErased()
    {
        await using var store = new TemporaryStore(Engine);
        await WriteAsync(store, File(1));
        await EraseAsync(store, ReportStory.Mother);
        var again = File(1) with { Request = File(1).Request with { Id = Guid.NewGuid() } };

        await WriteAsync(store, again);
        await store.ReopenAsync();

        Assert.Equal(again.Request, (await store.Gateway.PersonReports.FindAsync(Hospital, again.Request.Id, default))!.File!.Request);
        Assert.NotNull((await store.Gateway.PersonReports.FindAsync(Hospital, File(1).Request.Id, default))!.Erased);
    }

    [Fact]
    public async Task Request_SealedBeforeAnErasureAndWrittenAfterIt_IsReadable()
    {
        await using var store = new TemporaryStore(Engine);
        await WriteAsync(store, File(1));
        var other = File(1) with { Request = File(1).Request with { Id = Guid.NewGuid() } };
        Task? writing = null;

        // On the log's thread, when the tombstone is on disk and the key is still there.
        store.Gateway.Keys.BeforeDestroying = () => writing = WriteAsync(store, other);
        await EraseAsync(store, ReportStory.Mother);
        await writing!;

        Assert.Equal(other.Request, (await store.Gateway.PersonReports.FindAsync(Hospital, other.Request.Id, default))!.File!.Request);
        Assert.NotNull((await store.Gateway.PersonReports.FindAsync(Hospital, File(1).Request.Id, default))!.Erased);
    }

    [Theory]
    [InlineData("UPDATE person_report SET revision = 3")]
    [InlineData("UPDATE person_report SET id = persons WHERE length(persons) = 16")]
    [InlineData("UPDATE person_report SET sealed = (SELECT v.sealed FROM view v WHERE v.viewer = person_report.viewer AND v.idx = person_report.idx)")]
    public async Task Row_Changed_IsNotTakenForAnotherRequest(string change)
    {
        await using var store = new TemporaryStore(Engine);
        await WriteAsync(store, File(1));
        await using (var connection = store.Connect())
        {
            connection.Execute(change);
        }

        await Assert.ThrowsAsync<InvalidDataException>(async () => await store.Gateway.PersonReports.ListAsync(Hospital, default));
    }

    [Fact]
    public async Task Row_WhoseKeyIsGoneWithoutATombstone_IsNotCalledErased()
    {
        await using var store = new TemporaryStore(Engine);
        await WriteAsync(store, File(1));
        await using (var connection = store.ConnectToKeys())
        {
            connection.Execute("DELETE FROM key WHERE kind = 'record-log'");
        }

        await store.ReopenAsync();

        await Assert.ThrowsAsync<InvalidDataException>(async () => await store.Gateway.PersonReports.ListAsync(Hospital, default));
    }

    [Fact]
    public async Task OldForm_AtTheNextStart_IsSealedUnderThePersonsKeyAndErasedWithIt()
    {
        await using var store = new TemporaryStore(Engine);
        var old = await OldFormAsync(store, File(1), File(2) with { State = PersonReportState.Prepared, PreparedBy = "fg" });

        await store.ReopenAsync();

        Assert.Equal("fg", Assert.Single(await store.Gateway.PersonReports.ListAsync(Hospital, default)).File!.PreparedBy);

        // PostgreSQL's write-ahead log is outside the node's reach (docs/operating.md).
        Assert.DoesNotContain(await store.FilesWith(old[1]), static f => !f.Contains("pg_wal", StringComparison.Ordinal));
        var report = await EraseAsync(store, ReportStory.Mother);
        Assert.Contains("1 requests", Assert.Single(report.Lines), StringComparison.Ordinal);
        Assert.Equal("Wbp-36", Assert.Single(await store.Gateway.PersonReports.ListAsync(Hospital, default)).Erased?.Rule);
    }

    [Fact]
    public async Task OldForm_OfAPersonErasedSince_IsErasedAtTheNextStart()
    {
        await using var store = new TemporaryStore(Engine);
        var id = File(1).Request.Id;
        await OldFormAsync(store, File(1));
        await store.AppendAsync(A.Record(A.View(Hospital, ReportStory.Mother.ToBytes())));
        var report = await EraseAsync(store, ReportStory.Mother);
        var later = File(1) with { Request = File(1).Request with { Id = Guid.NewGuid() } };
        await OldFormAsync(store, later);

        await store.ReopenAsync();

        Assert.Equal(new ErasureMark(report.Index, "Wbp-36"), (await store.Gateway.PersonReports.FindAsync(Hospital, id, default))!.Erased);
        Assert.Equal(later.Request, (await store.Gateway.PersonReports.FindAsync(Hospital, later.Request.Id, default))!.File!.Request);
    }

    // As an earlier build wrote it: under the register's key, beside a record about nobody that names request and revision.
    private static async Task<List<byte[]>> OldFormAsync(TemporaryStore store, params PersonReportFile[] files)
    {
        var sealedBytes = new List<byte[]>();
        var cipher = new ContentCipher(store.Gateway.Keys);
        foreach (var file in files)
        {
            var request = file.Request;
            await store.AppendAsync(Record(file) with { Views = [new RecordView(request.Viewer, [new("request", $"{request.Id:D}"), new("revision", $"{file.Revision}")], [])] }, Writes(file));
            var content = cipher.Seal(request.Viewer, ReportJson.Write(file), ResourceColumns.Bound("person-report", request.Viewer, $"{request.Id:N}", $"{file.Revision}"));
            await using var connection = store.Connect();
            connection.Execute(
                $"UPDATE person_report SET idx = -1, persons = {Literal(store, [])}, wrapped = {Literal(store, content.Wrapped)}, sealed = {Literal(store, content.Sealed)} WHERE id = {Literal(store, request.Id.ToByteArray(bigEndian: true))} AND revision = {file.Revision}");
            sealedBytes.Add(content.Sealed);
        }

        return sealedBytes;
    }

    private static string Literal(TemporaryStore store, byte[] bytes) => store.Engine == StoreEngine.Sqlite ? $"x'{Convert.ToHexString(bytes)}'" : $"'\\x{Convert.ToHexString(bytes)}'::bytea";

    private static async Task WriteAsync(TemporaryStore store, PersonReportFile file) => await store.AppendAsync(Record(file), Writes(file));

    private static ExchangeRecord Record(PersonReportFile file) =>
        A.Record(new RecordView(file.Request.Viewer, [new RecordValue("act", "asked")], file.Request.Persons)) with { Type = RecordType.PersonReport };

    private static async Task<LogOrderReport> EraseAsync(TemporaryStore store, PersonHandle person) => await store.Gateway.Orders.CarryOutAsync(Order(store, LogOrderKind.Erase, person));

    private static LogOrder Order(TemporaryStore store, LogOrderKind kind, PersonHandle person) => new()
    {
        Id = Guid.CreateVersion7(),
        At = TimeProvider.System.GetUtcNow(),
        Kind = kind,
        By = "fg-ziekenhuis-noord",
        Account = "tester",
        Rule = "Wbp-36",
        Persons = [new LogOrderPerson(Hospital.Value, Convert.ToHexStringLower(new ViewSealer(store.Gateway.Keys).Blind(Hospital.Value, person.ToBytes())), RetentionClass.Log)],
    };

    private static PersonReportFile Represented(int revision) =>
        File(revision) with { Request = File(revision).Request with { Applicant = ReportApplicant.Vertegenwoordiger, Representative = ReportStory.Father.Hex } };

    private static StoreWrites Writes(PersonReportFile file) => new() { PersonReport = file };

    private static PersonReportFile File(int revision) => new()
    {
        Request = ReportStory.Request(ReportStory.Mother, 30),
        Revision = revision,
        State = PersonReportState.Asked,
        Due = new DateOnly(2009, 7, 8),
        AskedBy = "fg-ziekenhuis-noord",
    };
}
