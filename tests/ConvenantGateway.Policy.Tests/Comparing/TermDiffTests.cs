namespace ConvenantGateway.Policy.Tests;

/// <summary>Term, law date and status questions of a covenant.</summary>
public sealed class TermDiffTests
{
    private const string Former = "any request outside the former term";
    private const string New = "any request outside the new term";

    [Fact]
    public void Compare_EarlierFirstDay_IsAWidening()
    {
        var earlier = Compared.With(static t => t with { From = new DateOnly(2009, 12, 31) });

        Compared.Opens(Compared.Of(), earlier, Compared.Change("covenant, term", "2009-12-31 to 2012-12-31", Former));
        Compared.Closes(earlier, Compared.Of(), Compared.Change("covenant, term", "2010-01-01 to 2012-12-31", New));
    }

    [Fact]
    public void Compare_LaterLastDay_IsAWidening()
    {
        var later = Compared.With(static t => t with { Until = new DateOnly(2013, 1, 1) });

        Compared.Opens(Compared.Of(), later, Compared.Change("covenant, term", "2010-01-01 to 2013-01-01", Former));
        Compared.Closes(later, Compared.Of(), Compared.Change("covenant, term", "2010-01-01 to 2012-12-31", New));
    }

    [Fact]
    public void Compare_NoLastDay_IsAWidening()
    {
        var open = Compared.With(static t => t with { Until = null });

        Compared.Opens(Compared.Of(), open, Compared.Change("covenant, term", "2010-01-01 to ", Former));
        Compared.Closes(open, Compared.Of(), Compared.Change("covenant, term", "2010-01-01 to 2012-12-31", New));
        Compared.IsSame(open, open);
    }

    [Fact]
    public void Compare_TermMovedBack_IsBoth() => Compared.Holds(
        PolicyDiff.Compare(Compared.Of(), Compared.With(static t => t with { From = new DateOnly(2009, 1, 1), Until = new DateOnly(2011, 12, 31) })),
        [Compared.Change("covenant, term", "2009-01-01 to 2011-12-31", Former)],
        [Compared.Change("covenant, term", "2009-01-01 to 2011-12-31", New)]);

    [Fact]
    public void Compare_OtherDateOfTheLaw_IsAWideningEitherWay()
    {
        const string Example = "any request: another date decides the law";
        var frozen = Compared.With(static t => t with { Reenactment = new DateOnly(2010, 6, 1) });

        Compared.Opens(Compared.Of(), frozen, Compared.Change("covenant, reenactment", "2010-06-01", Example));
        Compared.Opens(frozen, Compared.Of(), Compared.Change("covenant, reenactment", "", Example));
        Compared.IsSame(frozen, frozen);
    }

    [Fact]
    public void Compare_MoreStatusQuestions_AreAWidening()
    {
        var more = Compared.With(static t => t with { StatusPersonsPerHour = 31 });

        Compared.Opens(Compared.Of(), more, Compared.Change("covenant, status-persons-per-hour", "31", "more status questions per hour"));
        Compared.IsSame(more, Compared.Of());
    }
}
