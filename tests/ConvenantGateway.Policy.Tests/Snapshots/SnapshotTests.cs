using System.Collections.Frozen;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Who is a counterparty, and on which day the law is read.</summary>
public sealed class SnapshotTests
{
    private static readonly PolicySnapshot Snapshot = TestCovenant.Snapshot(TestCovenant.Rule);

    [Fact]
    public void FindCounterparty_PartyThatStands_IsFound() => Assert.Equal(TestCovenant.Shelter, Snapshot.FindCounterparty(TestCovenant.Shelter, TestCovenant.Day)?.Id);

    [Fact]
    public void FindCounterparty_UnknownUnsignedSuspendedOrUnlisted_AreNobody()
    {
        Assert.Null(Snapshot.FindCounterparty(PartnerId.Parse("niemand"), TestCovenant.Day));
        Assert.Null(Find(static p => p with { HasSigned = false }));
        Assert.Null(Find(static p => p with { IsSuspended = true }));
        Assert.Null((Snapshot with { Covenant = TestCovenant.Terms with { Parties = [TestCovenant.Centre] } }).FindCounterparty(TestCovenant.Shelter, TestCovenant.Day));
    }

    [Fact]
    public void FindCounterparty_Days_AreFromTheFirstToTheLast()
    {
        Assert.NotNull(Find(static p => p with { From = TestCovenant.Day, Until = TestCovenant.Day }));
        Assert.Null(Find(static p => p with { From = TestCovenant.Day.AddDays(1) }));
        Assert.Null(Find(static p => p with { Until = TestCovenant.Day.AddDays(-1) }));
    }

    [Fact]
    public void FindCounterparty_JoinedOrLeft_IsAPartyFromTheOneDayAndUntilTheOther()
    {
        bool With(DateOnly? joined, DateOnly? left) => (Snapshot with { Covenant = TestCovenant.Terms with { Accessions = Days(joined), Withdrawals = Days(left) } }).FindCounterparty(TestCovenant.Shelter, TestCovenant.Day) is not null;

        Assert.True(With(TestCovenant.Day, null));
        Assert.False(With(TestCovenant.Day.AddDays(1), null));
        Assert.True(With(null, TestCovenant.Day.AddDays(1)));
        Assert.False(With(null, TestCovenant.Day));
    }

    [Fact]
    public void LawDateAt_Instant_IsTheReenactmentOrTheDayInAmsterdam()
    {
        var lateInLondon = new DateTimeOffset(2026, 6, 30, 22, 30, 0, TimeSpan.Zero);

        Assert.Equal(new DateOnly(2026, 7, 1), Snapshot.LawDateAt(lateInLondon));
        Assert.Equal(new DateOnly(2009, 6, 1), (Snapshot with { Covenant = TestCovenant.Terms with { Reenactment = new DateOnly(2009, 6, 1) } }).LawDateAt(lateInLondon));
    }

    private static Partner? Find(Func<Partner, Partner> change) =>
        (Snapshot with { Partners = TestCovenant.Partners.ToFrozenDictionary(static p => p.Id, p => p.Id == TestCovenant.Shelter ? change(p) : p) }).FindCounterparty(TestCovenant.Shelter, TestCovenant.Day);

    private static FrozenDictionary<PartnerId, DateOnly> Days(DateOnly? day) =>
        (day is { } one ? new[] { KeyValuePair.Create(TestCovenant.Shelter, one) } : []).ToFrozenDictionary();
}
