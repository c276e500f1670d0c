using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>What a set changes, as lines of text.</summary>
public sealed class SetDifferenceTests
{
    private static readonly string[] NoChange = ["newly allowed: none", "newly denied: none"];

    [Fact]
    public void OfFiles_Files_AreNamedInOrderOfTheirPaths()
    {
        var old = ReaderFiles.Of(("a.yaml", "1"), ("c.yaml", "1"), ("e.yaml", "1"), ("f.yaml", "1"));
        var now = ReaderFiles.Of(("b.yaml", "1"), ("c.yaml", "2"), ("d.yaml", "1"), ("e.yaml", "1"));

        Assert.Equal(["removed a.yaml", "added b.yaml", "changed c.yaml", "added d.yaml", "removed f.yaml"], SetDifference.OfFiles(old, now));
        Assert.Empty(SetDifference.OfFiles(old, old));
    }

    [Fact]
    public void Of_Sets_AreFilesThenWhatIsAllowedThenWhatIsDenied()
    {
        var (old, now) = (ReaderFiles.Of(("a.yaml", "1")), ReaderFiles.Of(("a.yaml", "2")));
        var wider = Compared.With(static t => t with { StatusPersonsPerHour = 31, From = new DateOnly(2010, 2, 1) });

        Assert.Equal(["changed a.yaml", .. NoChange], SetDifference.Of(old, Compared.Of(), now, Compared.Of()));
        Assert.Equal(
            [
                "changed a.yaml",
                "newly allowed: covenant, status-persons-per-hour: 31; for example more status questions per hour",
                "newly denied: covenant, term: 2010-02-01 to 2012-12-31; for example any request outside the new term",
            ],
            SetDifference.Of(old, Compared.Of(), now, wider));
        Assert.Equal(NoChange, SetDifference.Of(old, Compared.Of(), old, Compared.Of()));
    }

    [Fact]
    public void Of_FiveHundredLines_AreAllNamed() => Assert.Equal([.. Added(498), .. NoChange], Lines(498));

    [Fact]
    public void Of_MoreLines_EndWithHowManyWereLeftOut()
    {
        var lines = Lines(510);

        Assert.Equal(Added(499), lines.Take(499));
        Assert.Equal("and 13 lines more", lines[^1]);
        Assert.Equal(500, lines.Length);
        Assert.Equal("and 2 lines more", Lines(499)[^1]);
    }

    private static IEnumerable<string> Added(int count) => Enumerable.Range(0, count).Select(static n => $"added {n:D3}.yaml");

    private static ImmutableArray<string> Lines(int count) =>
        SetDifference.Of(ReaderFiles.Of(), Compared.Of(), ReaderFiles.Of([.. Enumerable.Range(0, count).Select(static n => ($"{n:D3}.yaml", ""))]), Compared.Of());
}
