using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store.Tests.PersonReports;

/// <summary>Requests in the store: revisions, who finds them, what lies on disk.</summary>
public sealed class StoredReportTests
{
    private static readonly PartnerId Hospital = PartnerId.Parse(ReportStory.Hospital);

    [Fact]
    public async Task Revisions_OfARequest_TheNewestIsFoundAfterReopening()
    {
        await using var store = new TemporaryStore();
        await store.AppendAsync(A.Record(), Writes(File(1)));
        await store.AppendAsync(A.Record(), Writes(File(2) with { State = PersonReportState.Prepared, PreparedBy = "fg" }));

        await store.ReopenAsync();

        var found = await store.Gateway.PersonReports.FindAsync(Hospital, File(1).Request.Id, default);
        Assert.Equal((2, PersonReportState.Prepared, "fg"), (found!.Revision, found.State, found.PreparedBy));
        Assert.Equal(found, Assert.Single(await store.Gateway.PersonReports.ListAsync(Hospital, default)));
        Assert.Equal(File(1).Request, found.Request);
    }

    [Fact]
    public async Task Revision_WrittenTwice_CollidesAndLeavesNoRecord()
    {
        await using var store = new TemporaryStore();
        await store.AppendAsync(A.Record(), Writes(File(1)));
        var first = await store.AppendAsync(A.Record(), Writes(File(2) with { State = PersonReportState.Released, DecidedBy = "one" }));

        var conflict = await Assert.ThrowsAsync<CompanionConflictException>(async () => await store.AppendAsync(A.Record(), Writes(File(2) with { State = PersonReportState.Released, DecidedBy = "two" })));

        Assert.Equal("person-report", conflict.Message);
        Assert.Equal("one", (await store.Gateway.PersonReports.FindAsync(Hospital, File(1).Request.Id, default))!.DecidedBy);
        Assert.Equal(first.Index + 1, (await store.AppendAsync(A.Record())).Index);
    }

    [Fact]
    public async Task Request_OfAnother_IsAsAbsentAsAnUnknownOne()
    {
        await using var store = new TemporaryStore();
        await store.AppendAsync(A.Record(), Writes(File(1)));

        Assert.Null(await store.Gateway.PersonReports.FindAsync(A.Ashg, File(1).Request.Id, default));
        Assert.Null(await store.Gateway.PersonReports.FindAsync(Hospital, Guid.NewGuid(), default));
        Assert.Empty(await store.Gateway.PersonReports.ListAsync(A.Ashg, default));
    }

    [Fact]
    public async Task Files_AfterWriting_HoldNoHandleOfTheRequest()
    {
        await using var store = new TemporaryStore();
        await store.AppendAsync(A.Record(), Writes(File(1)));
        await store.ReopenAsync();

        foreach (var file in System.IO.Directory.GetFiles(store.Directory, "convenant.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(ReportStory.Mother.Hex)));
        }
    }

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
