using System.Text.Json.Nodes;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange.Tests.Wegwijzer;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Projections;

/// <summary>NEN 7513 lines and the police protocol.</summary>
public sealed class ListTests
{
    [Fact]
    public void Nen7513_RecordAboutTwo_HasARowPerClient()
    {
        var rows = Json("nen7513-jsonl", Lines.Police, Lines.Push());

        Assert.Equal(2, rows.Count);
        Assert.Equal(PersonPseudonym.Of(Lines.Bram.ToBytes(), Lines.Police), rows[1]["client"]!.GetValue<string>());
        Assert.Equal(("D01", "C", Lines.Police, Lines.Ashg), (Of(rows[1], "categorieen"), Of(rows[1], "actie"), Of(rows[1], "van"), Of(rows[1], "aan")));
        Assert.DoesNotContain("niet nodig", rows[0].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nen7513_HoldersLine_NamesNoProfessionalOfTheOther()
    {
        var asker = Assert.Single(Json("nen7513-jsonl", Lines.Hospital, Lines.Answered()));
        var holder = Assert.Single(Json("nen7513-jsonl", Lines.Ashg, Lines.Answered()));

        Assert.Equal(("uzi|900012345", ""), (Of(asker, "verantwoordelijke"), Of(holder, "verantwoordelijke")));
        Assert.Equal(("G-CONSENT", "G-COOP"), (Of(asker, "grondslag"), Of(holder, "grondslag")));
        Assert.Equal(("Consent/c1", "Consent/p1"), (Of(asker, "toestemming"), Of(holder, "toestemming")));
    }

    [Fact]
    public void Lists_QuestionWithoutAnswer_AreTheAskersOnly()
    {
        foreach (var format in ProjectionFormat.All.Where(static f => !f.IsCsv))
        {
            Assert.Empty(Json(format.Name, Lines.Ashg, Lines.Unanswered(), Lines.Unanswered("refused", 403)));
        }

        Assert.Equal(2, Json("nen7513-jsonl", Lines.Hospital, Lines.Unanswered(), Lines.Unanswered("refused", 403)).Count);
    }

    [Fact]
    public void PoliceProtocol_Provision_HasWhatArticle64Asks()
    {
        var record = Lines.Push();
        record = record with { Views = [record.Views[0] with { Values = record.Views[0].Values.Add(new RecordValue("receiver-person", "ashg|12")) }, record.Views[1]] };

        var row = Assert.Single(Json("police-protocol-jsonl", Lines.Police, record));

        Assert.Equal(("verstrekking", "Wpg 32(1)f; Bpg 6:4(4)"), (Of(row, "soort"), Of(row, "protocolplicht")));
        Assert.Equal((Lines.Ashg, "ashg|12"), (Of(row, "verzoeker"), Of(row, "verzoeker-persoon")));
        Assert.Equal("2026-07-01T12:30:00+02:00", Of(row, "datum"));
        Assert.StartsWith("slachtoffer: D01 ", Of(row, "gegevens"), StringComparison.Ordinal);
        Assert.Equal(("REFER", "G-WPG20", "BWBR0022463 20(1)"), (Of(row, "doel"), Of(row, "grondslag"), Of(row, "artikel")));
        Assert.Equal(2, Of(row, "betrokkenen").Split(' ').Length);
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("failed")]
    [InlineData("replayed")]
    public void PoliceProtocol_NothingProvided_HasNoLine(string outcome)
    {
        Assert.Empty(Json("police-protocol-jsonl", Lines.Police, Lines.Push(outcome)));
    }

    [Fact]
    public void PoliceProtocol_WhatThePoliceReceived_HasNoLine()
    {
        Assert.Empty(Json("police-protocol-jsonl", Lines.Police, Lines.Push(from: Lines.Ashg, to: Lines.Police)));
    }

    [Fact]
    public void PoliceProtocol_OwnQuestion_SaysWhatWasNotThere()
    {
        var rows = Json("police-protocol-jsonl", Lines.Police, Lines.Unanswered(from: Lines.Police), Lines.Answered(from: Lines.Police), Lines.Unanswered("refused", 403, Lines.Police));

        Assert.Equal(["L1", "niet voorhanden"], rows.Select(static r => Of(r, "resultaat")));
        Assert.All(rows, static r => Assert.Equal(("bevraging", "$case-status"), (Of(r, "soort"), Of(r, "ingebracht"))));
    }

    [Fact]
    public void PoliceProtocol_AnsweredAtThePolice_NamesWhoAsked()
    {
        var row = Assert.Single(Json("police-protocol-jsonl", Lines.Police, Lines.Answered(to: Lines.Police)));

        Assert.Equal(("rechtstreekse-verstrekking", Lines.Hospital, "uzi|900012345"), (Of(row, "soort"), Of(row, "verzoeker"), Of(row, "verzoeker-persoon")));
        Assert.Equal("", Of(row, "politiemedewerker"));
    }

    [Fact]
    public void PoliceProtocol_HeldSuspectedOrUnknown_HasALine()
    {
        var held = Lines.Push("held") with { Type = RecordType.Hold };
        held = held with { Views = [held.Views[0]] };
        var suspected = Lines.Record("console", "released", "pf-politie-noord", Lines.Police) with
        {
            Type = RecordType.MogelijkOnrechtmatig,
            Views = [new RecordView(Lines.Police, [new RecordValue("transaction", "0198"), new RecordValue("reason", "geen zaak")], [])],
        };
        var relayed = Lines.Push("unknown") with { Type = RecordType.RelayOutcome };

        var rows = Json("police-protocol-jsonl", Lines.Police, held, suspected, relayed);

        Assert.Equal(["verstrekking", "mogelijk-onrechtmatig", "aangehouden"], rows.Select(static r => Of(r, "soort")));
        Assert.Equal(["onbekend; telt als verstrekt", "geen zaak", "niet verstrekt"], rows.Select(static r => Of(r, "resultaat")));
        Assert.Equal(("0198", "Wpg 32(1)g"), (Of(rows[1], "verwijst-naar"), Of(rows[1], "protocolplicht")));
    }

    [Fact]
    public void PoliceProtocol_ToTheBurgemeester_IsThereAndMarked()
    {
        var mayor = Lines.Words with { Policy = RepositoryPolicy.Changed("modelconvenant-2009", ("partners/gemeente-noord.yaml", "kind: GEM", "kind: BURG")) };
        var text = Text("police-protocol-jsonl", Lines.Police, Filled(Lines.Push(to: "gemeente-noord")), mayor);

        Assert.Equal("Bpg 6:4(6)", Of(JsonNode.Parse(text)!, "uitzondering"));
        Assert.Equal("", Of(Assert.Single(Json("police-protocol-jsonl", Lines.Police, Lines.Push())), "uitzondering"));
    }

    [Fact]
    public void Lists_ErasedRecord_SayItAndNameNobody()
    {
        foreach (var format in (string[])["nen7513-jsonl", "police-protocol-jsonl"])
        {
            var log = new ViewLog();
            log.Erase(log.Add(Lines.Push()));

            var row = Assert.Single(Json(format, Lines.Police, log));

            Assert.Equal(("gewist", ""), (Of(row, "waarden"), Of(row, "client") + Of(row, "betrokkenen")));
            Assert.DoesNotContain("4711", row.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31", "'+31")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("=1,2", "\"'=1,2\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("gewoon", "gewoon")]
    [InlineData("", "")]
    public void CsvCell_Text_IsNoFormula(string text, string cell) => Assert.Equal(cell, CsvCell.Of(text));

    [Fact]
    public void Csv_HostileActor_IsOneCellAndNoFormula()
    {
        var record = Lines.Answered();
        record = record with { Views = [record.Views[0] with { Values = [new RecordValue("actor", "=HYPERLINK(\"http://x\",\"y\")\r\n@a"), new RecordValue("actor-role", "+1")] }] };

        var csv = Text("nen7513-csv", Lines.Hospital, Filled(record));

        Assert.Contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\r\n@a\",'+1,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nen7513-csv", Lines.Hospital)]
    [InlineData("police-protocol-csv", Lines.Police)]
    public void Csv_OfTheExamples_IsTheGoldenFile(string format, string viewer)
    {
        var text = Text(format, viewer, Filled(Lines.Push(), Lines.Answered(), Lines.Unanswered(from: viewer), Lines.Push(to: Lines.Hospital)));

        Assert.Equal(Golden.Read($"{format}.csv", text), text);
    }

    [Fact]
    public async Task Reading_ManyRecords_IsPageByPage()
    {
        var log = new ViewLog();
        for (var i = 0; i < 1200; i++)
        {
            log.Add(Lines.Unanswered());
        }

        var count = 0;
        await foreach (var _ in ProjectionReading.ReadAsync(log, Lines.Hospital, ProjectionFormat.All[0], DateTimeOffset.MinValue, DateTimeOffset.MaxValue, TestContext.Current.CancellationToken))
        {
            count++;
            Assert.True(log.Pages <= ((count - 1) / ProjectionReading.PageSize) + 1);
        }

        Assert.Equal((1200, 3), (count, log.Pages));
    }

    private static ViewLog Filled(params ExchangeRecord[] records)
    {
        var log = new ViewLog();
        foreach (var record in records)
        {
            log.Add(record);
        }

        return log;
    }

    private static List<JsonNode> Json(string format, string viewer, params ExchangeRecord[] records) => Json(format, viewer, Filled(records));

    private static List<JsonNode> Json(string format, string viewer, ViewLog log) =>
        [.. Text(format, viewer, log).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!)];

    private static string Text(string name, string viewer, ViewLog log, ProjectionWords? words = null)
    {
        using var output = new StringWriter();
        var format = ProjectionFormat.Find(name)!;
        var writer = new ProjectionWriter(output, format, viewer, words ?? Lines.Words);
        writer.Begin();
        foreach (var record in log.List(viewer, new RecordQuery { Limit = 500 }))
        {
            writer.Write(record);
        }

        return output.ToString();
    }

    private static string Of(JsonNode row, string name) => row[name]?.GetValue<string>() ?? "";
}
