using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.PersonReports;

/// <summary>Four eyes.</summary>
public sealed class ReportDeskTests
{
    private static readonly Officer First = ReportParts.Snapshot.Officers["fg-ashg-noord"];
    private static readonly Officer Second = ReportParts.Snapshot.Officers["fg2-ashg-noord"];
    private static readonly Officer Foreign = ReportParts.Snapshot.Officers["fg-ziekenhuis-noord"];
    private static readonly Officer CaseWorker = ReportParts.Snapshot.Officers["cw-ashg-noord"];

    private static readonly PersonReportRequest Request = ReportParts.Self() with { Rol = ReportRol.Slachtoffer };

    [Fact]
    public void Release_BySecondOfficer_KeepsTheVeryDocument()
    {
        var prepared = Prepared();

        var (released, error) = PersonReportDesk.Release(prepared, Second, ReportParts.Compose(Request), "", ReportParts.Now);

        Assert.Equal(ReportDeskError.None, error);
        Assert.Equal((PersonReportState.Released, "fg-ashg-noord", "fg2-ashg-noord", 3), (released!.State, released.PreparedBy, released.DecidedBy, released.Revision));
        Assert.Same(prepared.Document, released.Document);
    }

    [Fact]
    public void Release_ByThePreparer_IsNotDone() => Assert.Equal(ReportDeskError.SameOfficer, PersonReportDesk.Release(Prepared(), First, ReportParts.Compose(Request), "", ReportParts.Now).Error);

    [Fact]
    public void Release_ByThePreparerOfALaterRevision_IsNotDone()
    {
        var again = PersonReportDesk.Prepare(Prepared(), Second, ReportParts.Compose(Request), ReportParts.Now).File!;

        Assert.Equal(ReportDeskError.SameOfficer, PersonReportDesk.Release(again, Second, ReportParts.Compose(Request), "", ReportParts.Now).Error);
        Assert.Equal(ReportDeskError.None, PersonReportDesk.Release(again, First, ReportParts.Compose(Request), "", ReportParts.Now).Error);
    }

    [Fact]
    public void Release_OfWhatIsReleased_IsNotDone()
    {
        var released = PersonReportDesk.Release(Prepared(), Second, ReportParts.Compose(Request), "", ReportParts.Now).File!;

        Assert.Equal(ReportDeskError.WrongState, PersonReportDesk.Release(released, Second, ReportParts.Compose(Request), "", ReportParts.Now).Error);
        Assert.Equal(ReportDeskError.WrongState, PersonReportDesk.Prepare(released, First, ReportParts.Compose(Request), ReportParts.Now).Error);
        Assert.Equal(ReportDeskError.WrongState, PersonReportDesk.Refuse(released, First, "Wbp, artikel 43(e)", "nee", ReportParts.Snapshot, ReportParts.Now).Error);
    }

    [Fact]
    public void Release_BeforePreparation_IsNotDone() => Assert.Equal(ReportDeskError.WrongState, PersonReportDesk.Release(Asked(Request), Second, ReportParts.Compose(Request), "", ReportParts.Now).Error);

    [Theory]
    [InlineData("slachtoffer: D01")]
    [InlineData("slachtoffer:")]
    public void Release_RecordsArrivedMeanwhile_IsStale(string line)
    {
        var fresh = ReportParts.Compose(Request, ReportParts.Push(9, new DateOnly(2009, 6, 11), "ashg-noord", "huisarts-noord", "REFER", (ReportParts.Person, line)));

        Assert.Equal(ReportDeskError.Stale, PersonReportDesk.Release(Prepared(), Second, fresh, "", ReportParts.Now).Error);
    }

    [Fact]
    public void Anything_ByAnotherOrganisationOrRole_IsNotDone()
    {
        foreach (var officer in new[] { Foreign, CaseWorker })
        {
            Assert.Equal(ReportDeskError.NotYours, PersonReportDesk.Ask(Request, officer, ReportParts.Snapshot).Error);
            Assert.Equal(ReportDeskError.NotYours, PersonReportDesk.Prepare(Asked(Request), officer, ReportParts.Compose(Request), ReportParts.Now).Error);
            Assert.Equal(ReportDeskError.NotYours, PersonReportDesk.Release(Prepared(), officer, ReportParts.Compose(Request), "", ReportParts.Now).Error);
            Assert.Equal(ReportDeskError.NotYours, PersonReportDesk.Refuse(Asked(Request), officer, "Wbp, artikel 43(e)", "nee", ReportParts.Snapshot, ReportParts.Now).Error);
        }
    }

    [Fact]
    public void Prepare_NotEntitled_IsNotDone() =>
        Assert.Equal(ReportDeskError.NotEntitled, PersonReportDesk.Prepare(Asked(ReportParts.Self(11)), First, ReportParts.Compose(ReportParts.Self(11)), ReportParts.Now).Error);

    [Theory]
    [InlineData("", ReportDeskError.NoMotivation)]
    [InlineData("  ", ReportDeskError.NoMotivation)]
    [InlineData("kinderrechter vroeg erom", ReportDeskError.None)]
    public void Release_ToASuspectRepresentative_NeedsAMotivation(string motivation, ReportDeskError error)
    {
        var request = ReportParts.Represented() with { RepresentativeIsSuspect = true };
        var prepared = PersonReportDesk.Prepare(Asked(request), First, ReportParts.Compose(request), ReportParts.Now).File!;

        Assert.Equal(error, PersonReportDesk.Release(prepared, Second, ReportParts.Compose(request), motivation, ReportParts.Now).Error);
    }

    [Fact]
    public void Refuse_UnderAnArticle_IsALetterThatTellsNothingOfTheLog()
    {
        var file = PersonReportDesk.Refuse(Prepared(), Second, "Wbp, artikel 43(e)", "gevaar voor haar", ReportParts.Snapshot, ReportParts.Now).File!;

        Assert.Equal((PersonReportState.Refused, "Wbp, artikel 43(e)"), (file.State, file.Document!.RefusedUnder));
        Assert.Empty(file.Document.Rows);
        Assert.Null(file.Judgement);
        Assert.DoesNotContain("gevaar voor haar", ReportPlainText.Write(file.Document), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuse_WithoutArticleOrReason_IsNotDone()
    {
        Assert.Equal(ReportDeskError.UnknownArticle, PersonReportDesk.Refuse(Prepared(), Second, "Wpg, artikel 27(1)(b)", "nee", ReportParts.Snapshot, ReportParts.Now).Error);
        Assert.Equal(ReportDeskError.NoMotivation, PersonReportDesk.Refuse(Prepared(), Second, "Wbp, artikel 43(e)", "", ReportParts.Snapshot, ReportParts.Now).Error);
    }

    [Fact]
    public void Ask_AtThePolice_IsForwardedAtOnce()
    {
        var request = ReportParts.Self(30, "politie-noord");
        var officer = ReportParts.Snapshot.Officers["pf-politie-noord"];

        var (file, _) = PersonReportDesk.Ask(request, officer, ReportParts.Snapshot);

        Assert.Equal((PersonReportState.Forwarded, new DateOnly(2009, 7, 22)), (file!.State, file.Due));
        Assert.Equal(ReportDeskError.WrongState, PersonReportDesk.Prepare(file, officer, ReportParts.Compose(request), ReportParts.Now).Error);
    }

    [Fact]
    public void File_WrittenAndRead_IsTheSame()
    {
        var prepared = Prepared();

        Assert.Equal(ReportJson.Write(prepared), ReportJson.Write(ReportJson.ReadFile(ReportJson.Write(prepared))));
        Assert.Throws<InvalidDataException>(() => ReportJson.ReadFile("{}"u8));
    }

    private static PersonReportFile Asked(PersonReportRequest request) => PersonReportDesk.Ask(request, First, ReportParts.Snapshot).File!;

    private static PersonReportFile Prepared() => PersonReportDesk.Prepare(Asked(Request), First, ReportParts.Compose(Request), ReportParts.Now).File!;
}
