using ConvenantGateway.Development.Stories;

namespace ConvenantGateway.Host.Tests.Stories;

/// <summary>The report says aloud what was not as the story says.</summary>
public sealed class StoryReportTests
{
    [Fact]
    public void Expect_NotSo_IsPrintedAndCounted()
    {
        using var text = new StringWriter();
        var report = new StoryReport(text);

        report.Expect(false, "de moeder krijgt een plaats");

        Assert.Contains("NIET ZOALS HET VERHAAL: de moeder krijgt een plaats", text.ToString(), StringComparison.Ordinal);
        Assert.Single(report.Mismatches);
    }

    [Fact]
    public void Expect_So_PrintsNothing()
    {
        using var text = new StringWriter();
        var report = new StoryReport(text);

        report.Expect(true, "de moeder krijgt een plaats");

        Assert.Empty(text.ToString());
        Assert.Equal((1, 0), (report.Checked, report.Mismatches.Count));
    }

    [Fact]
    public void Receipt_WithoutHeaders_IsNotAsTheStorySays()
    {
        var report = new StoryReport(TextWriter.Null);

        report.Receipt(new PartnerAnswer(200, ReadOnlyMemory<byte>.Empty, "", "", ""));

        Assert.Equal(2, report.Mismatches.Count);
    }
}
