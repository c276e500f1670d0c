using System.Text;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store.Tests.PersonReports;

/// <summary>Versions of one log, word for word (docs/person-report.md). A golden file changes by hand only.</summary>
public abstract class GoldenReportTests
{
    private protected abstract StoreEngine Engine { get; }

    [Theory]
    [InlineData("moeder")]
    [InlineData("zoon-door-moeder")]
    [InlineData("zoon-door-vader")]
    [InlineData("vader")]
    public async Task Report_OfTheStory_IsTheGoldenFile(string name)
    {
        await using var store = new TemporaryStore(Engine);
        await ReportStory.PlantAsync(store);

        var report = await ReportStory.ComposeAsync(store, Requests[name]);

        Compare($"{name}.txt", ReportPlainText.Write(report.Document));
        Compare($"{name}.functionaris.txt", ReportPlainText.Write(report.Judgement));
    }

    [Fact]
    public async Task Report_ForASuspectRepresentative_DiffersFromAnEmptyLogByTreatmentOnly()
    {
        await using var full = new TemporaryStore(Engine);
        await using var empty = new TemporaryStore(Engine);
        await ReportStory.PlantAsync(full);
        var request = ReportStory.ByRepresentative(ReportStory.Mother, 40, ReportStory.Father) with { Capacity = RepresentativeCapacity.Curator, IsOnderCuratele = true, RepresentativeIsSuspect = true };
        await ReportStory.PushAsync(full, 7, 1, ReportStory.Hospital, "ashg-noord", "REPORT-DV", "G-CONSENT", (ReportStory.Mother, "slachtoffer: D01"));

        var some = await ReportStory.ComposeAsync(full, request);
        var none = await ReportStory.ComposeAsync(empty, request);

        Assert.Equal(ReportCare.SuspectRepresentative, some.Entitlement.Care);
        Assert.Single(some.Document.Rows);
        Assert.Equal(ReportJson.Write(none.Document), ReportJson.Write(some.Document with { Rows = [] }));
    }

    [Fact]
    public async Task Report_AnyVersion_HoldsNoCanary()
    {
        await using var store = new TemporaryStore(Engine);
        await ReportStory.PlantAsync(store);

        foreach (var request in Requests.Values)
        {
            var report = await ReportStory.ComposeAsync(store, request);
            var text = Encoding.UTF8.GetString(ReportJson.Write(report.Document)) + Encoding.UTF8.GetString(ReportJson.Write(report.Judgement))
                + ReportPlainText.Write(report.Document) + ReportPlainText.Write(report.Judgement);

            Assert.All(ReportStory.Canaries, canary => Assert.DoesNotContain(canary, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Report_OfASuspect_NamesNoOrganisationNoDayAndNoOther()
    {
        await using var store = new TemporaryStore(Engine);
        await ReportStory.PlantAsync(store);

        var report = await ReportStory.ComposeAsync(store, Requests["vader"]);

        var row = Assert.Single(report.Document.Rows);
        Assert.Equal("maart 2009", row.When);
        Assert.Equal(["een organisatie voor zorg of hulp"], report.Document.Rows.Select(static r => r.Counterpart).Distinct());
        Assert.Empty(report.Document.Remarks);
    }

    [Fact]
    public async Task Report_ThroughOtherEyes_KnowsNothingOfIt()
    {
        await using var store = new TemporaryStore(Engine);
        await ReportStory.PlantAsync(store);

        var report = await ReportStory.ComposeAsync(store, Requests["moeder"] with { Viewer = "gemeente-noord", Rol = ReportRol.Slachtoffer });

        Assert.Empty(report.Document.Rows);
        Assert.Empty(report.Judgement.Rows);
    }

    [Fact]
    public async Task Report_MoreThanAPage_HasEveryRecordOnce()
    {
        await using var store = new TemporaryStore(Engine);
        await Task.WhenAll(Enumerable.Range(0, 1003).Select(_ => Task.Run(() => ReportStory.PushAsync(store, 2, 1, ReportStory.Hospital, "huisarts-noord", "TREAT", "G-DIRECT", (ReportStory.Mother, "slachtoffer: D01")))));

        var report = await ReportStory.ComposeAsync(store, Requests["moeder"]);

        Assert.Equal(1003, report.Judgement.Rows.Select(static r => r.Index).Distinct().Count());
        Assert.Equal(1003, report.Document.Rows.Length);
    }

    private static Dictionary<string, PersonReportRequest> Requests { get; } = new()
    {
        ["moeder"] = ReportStory.Request(ReportStory.Mother, 30),
        ["zoon-door-moeder"] = ReportStory.ByRepresentative(ReportStory.Son, 7, ReportStory.Mother),
        ["zoon-door-vader"] = ReportStory.ByRepresentative(ReportStory.Son, 7, ReportStory.Father),
        ["vader"] = ReportStory.Request(ReportStory.Father, 34),
    };

    private static void Compare(string file, string actual)
    {
        Assert.Equal(File.ReadAllText(Path.Combine(ReportPolicy.Here(), "Golden", file)), actual);
    }
}
