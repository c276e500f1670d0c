using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange.Tests.PersonReports;

/// <summary>Which row reads how: the shelter and flight rules, month only, the reporter, what cannot be told apart.</summary>
public sealed class ReportRowTests
{
    private const string Victim = "slachtoffer: D01 D14";
    private static readonly DateOnly March = new(2009, 3, 10);

    [Fact]
    public void Row_ToAnOrdinaryReceiver_HasNameAndDay()
    {
        var row = Assert.Single(Victims(ReportParts.Push(1, March, "ashg-noord", "huisarts-noord", "REFER", (ReportParts.Person, Victim))).Rows);

        Assert.Equal(("10 maart 2009", "verstrekt aan", "Huisarts Noord", "verwijzen naar hulp"), (row.When, row.Movement, row.Counterpart, row.Purpose));
        Assert.Contains("Wbp, artikel 8(a)", row.Articles);
        Assert.DoesNotContain(row.Articles, static a => a.StartsWith("AVG", StringComparison.Ordinal));
        Assert.Empty(row.Derived);
    }

    [Fact]
    public void Row_Received_HasItsOriginAsCategory() =>
        Assert.Equal("een zorgverlener", Assert.Single(Victims(ReportParts.Push(1, March, "huisarts-noord", "ashg-noord", "REFER", (ReportParts.Person, Victim))).Rows).Counterpart);

    [Theory]
    [InlineData("ashg-noord", "vrouwenopvang-noord")]
    [InlineData("vrouwenopvang-noord", "ashg-noord")]
    public void Row_WithAShelter_IsAHelperAndAMonth(string caller, string receiver)
    {
        var row = Assert.Single(Victims(ReportParts.Push(1, March, caller, receiver, "REFER", (ReportParts.Person, Victim))).Rows);

        Assert.Equal(("maart 2009", "een hulpverleningsinstantie"), (row.When, row.Counterpart));
    }

    [Fact]
    public void Rows_FromTheMonthOfFlight_NameNobodyAndNoDay()
    {
        var rows = Victims(
            ReportParts.Push(1, new DateOnly(2009, 2, 28), "ashg-noord", "huisarts-noord", "REFER", (ReportParts.Person, Victim)),
            ReportParts.Push(2, new DateOnly(2009, 3, 2), "ashg-noord", "huisarts-noord", "REFER", (ReportParts.Person, Victim)),
            ReportParts.Push(3, new DateOnly(2009, 3, 10), "ashg-noord", "vrouwenopvang-noord", "REFER", (ReportParts.Person, Victim)),
            ReportParts.Push(4, new DateOnly(2009, 4, 1), "ashg-noord", "politie-noord", "REFER", (ReportParts.Person, Victim))).Rows;

        Assert.Equal(["28 februari 2009", "maart 2009", "maart 2009", "april 2009"], rows.Select(static r => r.When));
        Assert.Equal(["Huisarts Noord", "een hulpverleningsinstantie", "een hulpverleningsinstantie", "een hulpverleningsinstantie"], rows.Select(static r => r.Counterpart));
    }

    [Theory]
    [InlineData("withheld", "Patient.address x1 (D05) woont elders")]
    [InlineData("guard", "Observation.note (D05)")]
    [InlineData("address-released", "Patient.address x1")]
    public void Rows_AfterAHiddenPlaceWasSpokenOf_AreGeneral(string field, string value)
    {
        var push = ReportParts.Push(1, March, "ashg-noord", "huisarts-noord", "REFER", (ReportParts.Person, Victim));
        var sign = push with { Values = [.. push.Values, new RecordValue(field, value)] };

        Assert.Equal("een hulpverleningsinstantie", Assert.Single(Victims(sign).Rows).Counterpart);
        Assert.Equal("Huisarts Noord", Assert.Single(Victims(push).Rows).Counterpart);
    }

    [Fact]
    public void Rows_OfARefusedQuestionToAShelter_AreASignOfFlight()
    {
        var refused = ReportParts.Record(1, March, "ashg-noord", "vrouwenopvang-noord", "REFER", "push", "refused", [], [ReportParts.Person]);
        var later = ReportParts.Push(2, new DateOnly(2009, 3, 20), "ashg-noord", "huisarts-noord", "REFER", (ReportParts.Person, Victim));

        Assert.Equal("een hulpverleningsinstantie", Assert.Single(Victims(refused, later).Rows).Counterpart);
    }

    [Theory]
    [InlineData("huisarts-noord", "ashg-noord", "REPORT-DV")]
    [InlineData("huisarts-noord", "ashg-noord", "REPORT-CHILD")]
    [InlineData("ashg-noord", "huisarts-noord", "FEEDBACK")]
    [InlineData("ashg-noord", "huisarts-noord", "INVESTIGATE")]
    [InlineData("huisarts-noord", "ashg-noord", "INVESTIGATE")]
    public void Row_WithTheReporter_NamesNobodyAndNoDay(string caller, string receiver, string purpose)
    {
        var row = Assert.Single(Victims(ReportParts.Push(1, March, caller, receiver, purpose, (ReportParts.Person, Victim))).Rows);

        Assert.Equal(("maart 2009", "een beroepskracht of instantie"), (row.When, row.Counterpart));
    }

    [Fact]
    public void Row_OfTheReporterItself_IsWithheldAndSaidSo()
    {
        var document = Victims(
            ReportParts.Push(1, March, "ashg-noord", "huisarts-noord", "REFER", (ReportParts.Person, Victim)),
            ReportParts.Push(2, March, "ashg-noord", "amk-noord", "REPORT-CHILD", (ReportParts.Person, "melder: D01"), (ReportParts.Other, "kind: D01")));

        Assert.Single(document.Rows);
        Assert.Equal(("Wbp, artikel 43(e)", 1), (document.Remarks[0].Article, document.Remarks[0].Count));
    }

    [Fact]
    public void Categories_OfAnother_StayOut()
    {
        var row = Assert.Single(Victims(ReportParts.Push(1, March, "ashg-noord", "huisarts-noord", "REFER", (ReportParts.Other, "pleger: D01 D10 D15"), (ReportParts.Person, "slachtoffer: D06"), (ReportParts.Third, "kind: D22"))).Rows);

        Assert.Equal(["gezinssamenstelling"], row.Categories);
    }

    [Fact]
    public void Categories_OfPersonsThatCannotBeToldApart_AreGeneral()
    {
        var unpaired = ReportParts.Push(2, March, "ashg-noord", "huisarts-noord", "REFER", (ReportParts.Other, "pleger: D10"), (ReportParts.Person, "slachtoffer: D06"), (null, "kind: D22"));

        var report = ReportParts.Compose(ReportParts.Self(), ReportParts.Push(1, March, "ashg-noord", "huisarts-noord", "REFER", (ReportParts.Person, Victim)), unpaired);

        var row = report.Document.Rows[1];
        Assert.Equal(("maart 2009", "een hulpverleningsinstantie"), (row.When, row.Counterpart));
        Assert.Equal(["gegevens over de betrokkene, niet nader te onderscheiden"], row.Categories);
        Assert.Equal("niet vast te stellen", report.Judgement.Rows[1].Rol);
    }

    [Theory]
    [InlineData("slachtoffer: D02 D03 D05 D11 D13 D21", RowFate.Withheld)]
    [InlineData("slachtoffer:", RowFate.NotDisclosed)]
    [InlineData("slachtoffer: D01", RowFate.Shown)]
    public void Row_WithNothingForPaper_IsNoRow(string line, RowFate fate) =>
        Assert.Equal(fate, Assert.Single(ReportParts.Compose(ReportParts.Self() with { Rol = ReportRol.Slachtoffer }, ReportParts.Push(1, March, "ashg-noord", "huisarts-noord", "REFER", (ReportParts.Person, line.Replace("D05", "", StringComparison.Ordinal)))).Judgement.Rows).Becomes);

    [Theory]
    [InlineData("refused", RowFate.NotDisclosed)]
    [InlineData("failed", RowFate.NotDisclosed)]
    [InlineData("held", RowFate.NotDisclosed)]
    [InlineData("replayed", RowFate.NotDisclosed)]
    [InlineData("unknown", RowFate.Shown)]
    [InlineData("stored", RowFate.Shown)]
    public void Row_Outcome_TellsWhetherAnythingWent(string outcome, RowFate fate)
    {
        var push = ReportParts.Push(1, March, "ashg-noord", "huisarts-noord", "REFER", (ReportParts.Person, Victim));

        var report = ReportParts.Compose(ReportParts.Self(), push with { Record = push.Record with { Outcome = outcome } });

        Assert.Equal(fate, Assert.Single(report.Judgement.Rows).Becomes);
    }

    [Fact]
    public void Row_RelayWithoutOutcome_CountsAsDisclosedOnce()
    {
        var intent = ReportParts.Push(1, March, "ashg-noord", "huisarts-noord", "REFER", (ReportParts.Person, Victim));
        intent = intent with { Record = intent.Record with { Type = RecordType.RelayIntent, Outcome = "intent" } };
        var failed = intent with { Index = 2, Record = intent.Record with { Type = RecordType.RelayOutcome, Outcome = "failed" } };

        Assert.Single(Victims(intent).Rows);
        Assert.Empty(Victims(intent, failed).Rows);
    }

    [Theory]
    [InlineData("TREAT", "client: D01 D14", 1)]
    [InlineData("PROBATION", "pleger: D01 D12", 1)]
    [InlineData("REFER", "pleger: D01", 1)]
    [InlineData("REFER", "client: D01", 0)]
    [InlineData("REPORT-DV", "pleger: D01", 0)]
    [InlineData("REPORT-CHILD", "pleger: D01", 0)]
    [InlineData("STATUS", "pleger: D01", 0)]
    [InlineData("ACUTE", "pleger: D01", 0)]
    [InlineData("CASE", "pleger: D01", 0)]
    [InlineData("NEW-PURPOSE", "pleger: D01", 0)]
    public void Suspect_Purpose_OnlyOrdinaryOnesShow(string purpose, string line, int rows)
    {
        var document = ReportParts.Compose(ReportParts.Self() with { Rol = ReportRol.Pleger }, ReportParts.Push(1, March, "ashg-noord", "huisarts-noord", purpose, (ReportParts.Person, line))).Document;

        Assert.Equal(rows, document.Rows.Length);
        Assert.All(document.Rows, static r => Assert.Equal(("maart 2009", "een organisatie voor zorg of hulp"), (r.When, r.Counterpart)));
    }

    [Fact]
    public void Suspect_AnotherInTheRecord_SeesNoRowAndNoRemark()
    {
        var alone = ReportParts.Compose(ReportParts.Self() with { Rol = ReportRol.Pleger });
        var record = ReportParts.Push(1, March, "ashg-noord", "huisarts-noord", "TREAT", (ReportParts.Person, "client: D01"), (ReportParts.Other, Victim));

        var report = ReportParts.Compose(ReportParts.Self() with { Rol = ReportRol.Pleger }, record);

        Assert.Equal(ReportJson.Write(alone.Document), ReportJson.Write(report.Document));
        Assert.Equal((RowFate.LeftOut, "er staan anderen in"), (report.Judgement.Rows[0].Becomes, report.Judgement.Rows[0].Why));
    }

    [Theory]
    [InlineData("pleger: D01 D10 D12 D15", "REFER", "identiteit: naam, geboortedatum, geslacht|antecedenten|justitiële en strafvorderlijke gegevens|geestelijke gezondheid en verslaving")]
    [InlineData("pleger: D04 D07 D08 D09 D18 D19 D22", "REFER", "gegevens over de betrokkene, niet nader te onderscheiden")]
    public void Suspect_Categories_AreHisOwnOnly(string line, string purpose, string words) =>
        Assert.Equal(words.Split('|'), Assert.Single(ReportParts.Compose(ReportParts.Self(), ReportParts.Push(1, March, "ashg-noord", "huisarts-noord", purpose, (ReportParts.Person, line))).Document.Rows).Categories);

    [Fact]
    public void SuspectRepresentative_AfterTheFlight_SeesNothingMore()
    {
        var before = ReportParts.Push(1, new DateOnly(2009, 2, 1), "ashg-noord", "huisarts-noord", "TREAT", (ReportParts.Person, "client: D01"));
        var flight = ReportParts.Push(2, March, "ashg-noord", "vrouwenopvang-noord", "REFER", (ReportParts.Person, "kind: D01"));
        var sameMonth = ReportParts.Push(3, new DateOnly(2009, 3, 2), "ashg-noord", "huisarts-noord", "TREAT", (ReportParts.Person, "client: D01"));
        var request = ReportParts.Represented() with { RepresentativeIsSuspect = true };

        var known = ReportParts.Compose(request, before).Document;
        var all = ReportParts.Compose(request, before, flight, sameMonth).Document;

        Assert.Single(known.Rows);
        Assert.Equal(ReportJson.Write(known), ReportJson.Write(all));
    }

    private static PersonDocument Victims(params VisibleRecord[] records) => ReportParts.Compose(ReportParts.Self() with { Rol = ReportRol.Slachtoffer }, records).Document;
}
