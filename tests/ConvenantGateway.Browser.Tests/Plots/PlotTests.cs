using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ConvenantGateway.Audit;
using ConvenantGateway.Host.OfficerConsole;
using CsCheck;

namespace ConvenantGateway.Browser.Tests.Plots;

/// <summary>Plots are images that say what the table says, and text that is only text.</summary>
public sealed partial class PlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Columns_ThreeWeeks_AreTheGoldenBytes()
    {
        var svg = ColumnPlot.Draw("p", "Weigeringen per week", "Drie weken.", ["46", "47", "48"], new PlotSeries("Weigeringen", PlotFill.Lines, [0, 3, 8]));

        File.WriteAllText("/tmp/h6columns.svg", svg); Assert.Equal(Golden("columns.svg"), svg);
    }

    [Fact]
    public void Bars_TwoPartners_AreTheGoldenBytes()
    {
        var svg = BarPlot.Draw(
            "q", "Per organisatie", "Twee organisaties.", ["ASHG Noord", "Vrouwenopvang Noord met een lange naam"],
            [new PlotSeries("Uitwisselingen", PlotFill.Full, [120, 7]), new PlotSeries("Noodprocedure", PlotFill.Dots, [1, 0])]);

        File.WriteAllText("/tmp/h6bars.svg", svg); Assert.Equal(Golden("bars.svg"), svg);
    }

    [Fact]
    public void Columns_AnyNumbers_AreAsHighAsTheirNumberSays() =>
        Gen.Long[0, 5_000_000].Array[1, 20].Sample(static values =>
        {
            var svg = XElement.Parse(ColumnPlot.Draw("p", "t", "d", [.. values.Select(static (_, i) => $"{i}")], new PlotSeries("s", PlotFill.Full, [.. values])));

            var shown = TextsOf(svg, "value").Select(static t => long.Parse(t, CultureInfo.InvariantCulture)).ToArray();
            var heights = svg.Elements(Svg + "rect").Select(static r => Number(r, "height")).ToArray();
            var scale = PlotScale.For(values.Max(), 176);

            return values.SequenceEqual(shown) && scale.Top >= values.Max()
                && values.Select(scale.Of).Where(static h => h > 0).Zip(heights).All(static p => Math.Abs(p.First - p.Second) < 0.006);
        });

    [Fact]
    public void Bars_AnyNumbers_AreAsLongAsTheirNumberSays() =>
        Gen.Long[0, 90_000].Array[1, 12].Sample(static values =>
        {
            var svg = XElement.Parse(BarPlot.Draw("p", "t", "d", [.. values.Select(static (_, i) => $"{i}")], [new PlotSeries("s", PlotFill.Full, [.. values])]));

            var shown = TextsOf(svg, "value").Select(static t => long.Parse(t, CultureInfo.InvariantCulture)).ToArray();
            var longest = svg.Elements(Svg + "rect").Skip(1).Select(static r => Number(r, "width")).DefaultIfEmpty(0).Max();

            return values.SequenceEqual(shown) && Math.Abs(longest - PlotScale.For(values.Max(), 380).Of(values.Max())) < 0.006;
        });

    [Fact]
    public void Plot_AnyText_StaysTextAndHasANameAndADescription() =>
        Gen.Select(Gen.String, Gen.String).Sample(static (first, second) =>
        {
            var (title, label) = ($"<script>{first}]]>&\"'", $"</svg><img src=x onerror={second}>");

            var svg = XElement.Parse(BarPlot.Draw("p", title, label, [label], [new PlotSeries(title, PlotFill.Dots, [1])]));

            return svg.Attribute("role")!.Value == "img" && svg.Element(Svg + "title")!.Value.StartsWith("<script>", StringComparison.Ordinal)
                && !svg.Descendants().Any(static e => e.Name.LocalName is "script" or "img" or "style" or "a" or "foreignObject")
                && !svg.DescendantsAndSelf().Attributes().Any(static a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Name.LocalName is "style" or "href");
        });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(5, 6)]
    [InlineData(9, 10)]
    [InlineData(11, 15)]
    [InlineData(1001, 1500)]
    public void Scale_Largest_EndsAtARoundNumber(long largest, long expected)
    {
        var scale = PlotScale.For(largest, 100);

        Assert.Equal(expected, scale.Top);
    }

    [Fact]
    public async Task Page_PlotAndTable_SayTheSameNumbers()
    {
        await using var host = await ConsoleHost.StartAsync();
        var monday = Planted.Monday(host);
        for (var i = 0; i < 17; i++)
        {
            await host.AddAsync(Planted.Exchange(monday.AddDays(-7 * (i % 5))) with { Emergency = i % 3 == 0, Outcome = i % 4 == 0 ? "refused" : "released", Counterparty = i % 2 == 0 ? "ashg-noord" : "politie-noord" });
        }

        using var client = host.ClientOf("fg-ziekenhuis-noord");

        var html = await client.GetStringAsync(new Uri("/statistiek", UriKind.Relative));

        var sections = Section().Matches(html).Select(static m => m.Value).ToList();
        Assert.Equal(4, sections.Count);
        foreach (var section in sections)
        {
            var plot = Value().Matches(section).Select(static m => m.Groups[1].Value).ToList();
            var table = Cell().Matches(section).Select(static m => m.Groups[1].Value).ToList();
            Assert.NotEmpty(plot);
            Assert.Equal(table, plot);
        }

        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statistics_WhatOnlyAnotherSees_IsInNoNumber()
    {
        await using var host = await Planted.EmptyAsync();
        await host.AddAsync(Planted.Exchange(Planted.Monday(host)) with { Outcome = "refused", Type = RecordType.Token });
        await host.AddAsync((Planted.Exchange(Planted.Monday(host)) with { Type = RecordType.Look, Caller = "fg-ashg-noord" }).SeenBy("fg-ashg-noord"));
        using var client = host.ClientOf("fg-ashg-noord");

        var html = await client.GetStringAsync(new Uri("/statistiek", UriKind.Relative));

        Assert.All(Cell().Matches(html).Select(static m => m.Groups[1].Value), static n => Assert.Equal("0", n));
        Assert.DoesNotContain("Ziekenhuis Noord", html, StringComparison.Ordinal);
    }

    private static IEnumerable<string> TextsOf(XElement svg, string kind) => svg.Elements(Svg + "text").Where(t => t.Attribute("class")?.Value == kind).Select(static t => t.Value);

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static string Golden(string name) => File.ReadAllText(Path.Combine(TestPolicy.RepositoryRoot(), "tests/ConvenantGateway.Browser.Tests/Plots", name));

    [GeneratedRegex("<section>.*?</section>", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("class=\"value\"[^>]*>(\\d+)<")]
    private static partial Regex Value();

    [GeneratedRegex("<td class=\"number\">(\\d+)</td>")]
    private static partial Regex Cell();
}
