using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.PersonReports;

/// <summary>The decision table of who may get a report; each refusal with its article.</summary>
public sealed class ReportDecisionTests
{
    [Theory]
    [InlineData(11, "Wbp, artikel 37(3)")]
    [InlineData(12, "Wbp, artikel 37(3)")]
    [InlineData(15, "Wbp, artikel 37(3)")]
    [InlineData(16, "")]
    [InlineData(80, "")]
    public void Self_UnderTheWbp_FromSixteen(int age, string refused) => Assert.Equal(refused, RefusedUnder(ReportParts.Self(age)));

    [Theory]
    [InlineData(11, true, "Wmo, artikel 21g(2)")]
    [InlineData(12, true, "")]
    [InlineData(15, true, "")]
    [InlineData(12, false, "Wmo, artikel 21g(2)")]
    [InlineData(15, null, "Wmo, artikel 21g(2)")]
    [InlineData(16, null, "")]
    [InlineData(40, false, "Wmo, artikel 21g(2)")]
    public void Self_UnderTheWmo_FromTwelveIfCapable(int age, bool? canWeigh, string refused) =>
        Assert.Equal(refused, RefusedUnder(ReportParts.Self(age) with { LawDate = new DateOnly(2014, 1, 1), CanWeigh = canWeigh }));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Self_UnderCurateleOrMentor_IsRefused(bool curatele, bool mentor) =>
        Assert.Equal("Wbp, artikel 37(3)", RefusedUnder(ReportParts.Self() with { IsOnderCuratele = curatele, HasMentor = mentor }));

    [Theory]
    [InlineData(ReportProof.Geen)]
    [InlineData(ReportProof.KopiePerPost)]
    public void Anyone_IdentityNotEstablished_IsRefused(ReportProof proof)
    {
        Assert.Equal("Wbp, artikel 37(2)", RefusedUnder(ReportParts.Self() with { Identity = proof }));
        Assert.Equal("Wbp, artikel 37(2)", RefusedUnder(ReportParts.Represented() with { Identity = proof }));
    }

    [Fact]
    public void Request_Bare_IsRefused() => Assert.NotEqual("", RefusedUnder(ReportParts.Bare() with { Identity = ReportProof.DocumentGezien }));

    [Theory]
    [InlineData(RepresentativeCapacity.Gezag, 15, false, false, "")]
    [InlineData(RepresentativeCapacity.Gezag, 16, false, false, "Wbp, artikel 37(3)")]
    [InlineData(RepresentativeCapacity.Gezag, 30, true, false, "Wbp, artikel 37(3)")]
    [InlineData(RepresentativeCapacity.Curator, 30, true, false, "")]
    [InlineData(RepresentativeCapacity.Curator, 30, false, true, "Wbp, artikel 37(3)")]
    [InlineData(RepresentativeCapacity.Mentor, 30, false, true, "")]
    [InlineData(RepresentativeCapacity.Mentor, 30, true, false, "Wbp, artikel 37(3)")]
    [InlineData(RepresentativeCapacity.Geen, 7, true, true, "Wbp, artikel 37(3)")]
    public void Representative_Capacity_MustFitThePerson(RepresentativeCapacity capacity, int age, bool curatele, bool mentor, string refused) =>
        Assert.Equal(refused, RefusedUnder(ReportParts.Represented(age) with { Capacity = capacity, IsOnderCuratele = curatele, HasMentor = mentor, Rol = ReportRol.Slachtoffer }));

    [Fact]
    public void Representative_AuthorityNotShown_IsRefused() =>
        Assert.Equal("Wbp, artikel 37(3)", RefusedUnder(ReportParts.Represented() with { Authority = AuthorityProof.Geen }));

    [Fact]
    public void Representative_WithoutIdentityOfItsOwn_IsRefused() =>
        Assert.Equal("Wbp, artikel 37(2)", RefusedUnder(ReportParts.Represented() with { Representative = "" }));

    [Theory]
    [InlineData("ashg-noord", "2009-06-10", "Wbp, artikel 43(e)")]
    [InlineData("ashg-noord", "2014-01-01", "Wmo, artikel 21g(3)")]
    [InlineData("veilig-thuis-noord", "2016-01-01", "Wmo 2015, artikel 5.3.2(3)")]
    [InlineData("amk-noord", "2010-01-01", "Wjz, artikel 50(2)")]
    [InlineData("ziekenhuis-noord", "2020-01-01", "UAVG, artikel 41(1)(i)")]
    public void Representative_InterestOpposes_IsRefusedUnderTheRegime(string viewer, string date, string article)
    {
        var request = ReportParts.Represented(7, viewer) with { LawDate = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(article, RefusedUnder(request with { InterestOpposes = true }));
        Assert.Equal(article, RefusedUnder(request with { InterestOpposes = null }));
        Assert.Equal("", RefusedUnder(request));
    }

    [Theory]
    [InlineData("politie-noord", "Wpg, artikel 25(1)")]
    [InlineData("om-noord", "Wjsg, artikel 39i(1)")]
    public void Police_AnyRequest_IsSentOnAndNeverAnswered(string viewer, string article)
    {
        var report = ReportParts.Compose(ReportParts.Self(30, viewer), ReportParts.Push(1, new DateOnly(2009, 3, 1), viewer, "ashg-noord", "REFER", (ReportParts.Person, "slachtoffer: D01")));

        Assert.True(report.Entitlement.IsForwarded);
        Assert.Equal(article, report.Document.RefusedUnder);
        Assert.Empty(report.Document.Rows);
        Assert.Empty(report.Judgement.Rows);
    }

    [Theory]
    [InlineData("ashg-noord", "2009-06-10", "Wbp, artikel 43(e)")]
    [InlineData("ashg-noord", "2014-01-01", "Wmo, artikel 21g(4)")]
    [InlineData("veilig-thuis-noord", "2016-01-01", "Wmo 2015, artikel 5.3.2(4)")]
    public void Representative_StatedAsSuspect_ForcesTheGroundAndAHuman(string viewer, string date, string article)
    {
        var entitlement = ReportParts.Compose(ReportParts.Represented(7, viewer) with { LawDate = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), RepresentativeIsSuspect = true }).Entitlement;

        Assert.Equal((ReportCare.SuspectRepresentative, true), (entitlement.Care, entitlement.NeedsMotivation));
        Assert.Equal(article, Assert.Single(entitlement.Articles).ToString());
    }

    [Theory]
    [InlineData("kind: D01", "pleger: D01")]
    [InlineData("kind: D01", "pleger+huisgenoot: D01")]
    public void Representative_SuspectInTheLog_IsSeenWhateverTheFormSays(string person, string representative)
    {
        var record = ReportParts.Push(1, new DateOnly(2009, 3, 1), "politie-noord", "ashg-noord", "REFER", (ReportParts.Person, person), (ReportParts.Other, representative));

        Assert.Equal(ReportCare.SuspectRepresentative, ReportParts.Compose(ReportParts.Represented(), record).Entitlement.Care);
    }

    [Fact]
    public void Representative_WhoMayBeTheSuspect_CountsAsOne()
    {
        // A third without a handle: which line is whose cannot be told.
        var record = ReportParts.Push(1, new DateOnly(2009, 3, 1), "politie-noord", "ashg-noord", "REFER", (ReportParts.Person, "kind: D01"), (ReportParts.Other, "pleger: D01"), (null, "getuige: D01"));

        Assert.Equal(ReportCare.SuspectRepresentative, ReportParts.Compose(ReportParts.Represented(), record).Entitlement.Care);
    }

    [Fact]
    public void Representative_KnownAsVictim_GetsTheOrdinaryVersion()
    {
        var record = ReportParts.Push(1, new DateOnly(2009, 3, 1), "politie-noord", "ashg-noord", "REFER", (ReportParts.Person, "kind: D01"), (ReportParts.Other, "slachtoffer: D01"), (ReportParts.Third, "pleger: D01"));

        Assert.Equal(ReportCare.Ordinary, ReportParts.Compose(ReportParts.Represented(), record).Entitlement.Care);
    }

    [Fact]
    public void Self_RoleNobodyKnows_GetsTheCarefulVersion()
    {
        Assert.Equal(ReportCare.Careful, ReportParts.Compose(ReportParts.Self()).Entitlement.Care);
        Assert.Equal(ReportCare.Ordinary, ReportParts.Compose(ReportParts.Self() with { Rol = ReportRol.Slachtoffer }).Entitlement.Care);
    }

    [Fact]
    public void Self_SuspectInTheLog_IsNotMadeAVictimByTheForm()
    {
        var record = ReportParts.Push(1, new DateOnly(2009, 3, 1), "politie-noord", "ashg-noord", "REFER", (ReportParts.Person, "pleger: D01"));

        Assert.Equal(ReportCare.Careful, ReportParts.Compose(ReportParts.Self() with { Rol = ReportRol.Slachtoffer }, record).Entitlement.Care);
    }

    [Theory]
    [InlineData("ashg-noord", "2009-06-10", "2009-07-08")]
    [InlineData("ziekenhuis-noord", "2020-01-31", "2009-07-10")]
    [InlineData("politie-noord", "2009-06-10", "2009-07-22")]
    public void Term_OfTheRegime_RunsFromReceipt(string viewer, string lawDate, string due)
    {
        var regime = ReportRegimes.Of(ReportParts.Snapshot.Partners[PartnerId.Parse(viewer)].Kind, DateOnly.Parse(lawDate, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(due, $"{regime.Due(new DateOnly(2009, 6, 10)):yyyy-MM-dd}");
    }

    [Fact]
    public void Regimes_EveryArticle_StandsInThePolicyFolder()
    {
        var kinds = ReportParts.Snapshot.Partners.Values.Select(static p => p.Kind).Distinct();
        DateOnly[] dates = [new(2009, 1, 1), new(2014, 1, 1), new(2016, 1, 1), new(2020, 1, 1)];

        foreach (var regime in kinds.SelectMany(k => dates.Select(d => ReportRegimes.Of(k, d))))
        {
            Assert.All(regime.Access.Concat([regime.Identity, regime.Incapable, regime.Representative, regime.Interest, regime.Withhold]), static a =>
                Assert.Contains($"article: \"{a.Article}\"", File.ReadAllText(Path.Combine(Repository(), "policies/law", a.Law + ".yaml")), StringComparison.Ordinal));
        }
    }

    private static string Repository([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    private static string RefusedUnder(PersonReportRequest request) => ReportParts.Compose(request).Document.RefusedUnder;
}
