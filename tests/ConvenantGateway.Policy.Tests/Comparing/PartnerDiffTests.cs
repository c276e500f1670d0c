using System.Collections.Frozen;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Who takes part, how long, and as what.</summary>
public sealed class PartnerDiffTests
{
    private static readonly PolicyChange In = new("party opvang-noord", "takes part, longer or as another kind", "from opvang-noord to any party");
    private static readonly PolicyChange Out = new("party opvang-noord", "takes part no longer, shorter or as another kind", "from opvang-noord to any party");

    [Fact]
    public void Compare_PartyMore_IsAWidening()
    {
        Widens(Compared.With(static t => t with { Parties = [TestCovenant.Centre, TestCovenant.Police] }), Compared.Of());
        Widens(Without(Compared.Of()), Compared.Of());
    }

    [Fact]
    public void Compare_PartyOfWhomNothingIsKnown_IsNone() =>
        Compared.IsSame(Without(Compared.Of()), Without(Compared.With(static t => t with { Parties = [TestCovenant.Centre, TestCovenant.Police] })));

    [Fact]
    public void Compare_OtherKind_IsBoth() =>
        Compared.Holds(PolicyDiff.Compare(Compared.Of(), Shelter(static p => p with { Kind = new PartyKind("AMK") })), [In], [Out]);

    [Fact]
    public void Compare_EarlierFirstDay_IsAWidening() => Widens(Shelter(static p => p with { From = new DateOnly(2010, 1, 2) }), Shelter(static p => p with { From = new DateOnly(2010, 1, 1) }));

    [Fact]
    public void Compare_LaterLastDay_IsAWidening()
    {
        Widens(Shelter(static p => p with { Until = new DateOnly(2010, 12, 31) }), Shelter(static p => p with { Until = new DateOnly(2011, 1, 1) }));
        Widens(Shelter(static p => p with { Until = new DateOnly(2010, 12, 31) }), Compared.Of());
        Compared.IsSame(Shelter(static p => p with { Until = new DateOnly(2010, 12, 31) }), Shelter(static p => p with { Until = new DateOnly(2010, 12, 31) }));
    }

    [Fact]
    public void Compare_SuspensionLifted_IsAWidening()
    {
        Widens(Shelter(static p => p with { IsSuspended = true }), Compared.Of());
        Compared.IsSame(Shelter(static p => p with { IsSuspended = true }), Shelter(static p => p with { IsSuspended = true }));
    }

    [Fact]
    public void Compare_RegisterHere_IsAWidening()
    {
        var holds = Shelter(static p => p with { HasRegister = true });

        Compared.Opens(Compared.Of(), holds, Compared.Change("party opvang-noord, register", "holds a register here", "from opvang-noord to any party"));
        Compared.IsSame(holds, Compared.Of());
        Compared.IsSame(holds, holds);
    }

    [Fact]
    public void Compare_ShelterAddressLess_IsAWidening()
    {
        var two = Shelter(static p => p with { ShelterAddressHashes = ["a", "b"] });
        var one = Shelter(static p => p with { ShelterAddressHashes = ["b"] });

        Compared.Opens(two, one, Compared.Change("party opvang-noord, shelter addresses", "fewer are recognised", "any message with such an address under another label"));
        Compared.IsSame(one, two);
        Compared.IsSame(two, two);
    }

    [Fact]
    public void Compare_NameOrSignature_DoesNotCount() => Compared.IsSame(Compared.Of(), Shelter(static p => p with { Name = "anders", HasSigned = false }));

    private static void Widens(PolicySnapshot narrow, PolicySnapshot wide)
    {
        Compared.Opens(narrow, wide, In);
        Compared.Closes(wide, narrow, Out);
    }

    private static PolicySnapshot Shelter(Func<Partner, Partner> change) => Compared.With(TestCovenant.Shelter, change);

    private static PolicySnapshot Without(PolicySnapshot snapshot) =>
        snapshot with { Partners = TestCovenant.Partners.Where(static p => p.Id != TestCovenant.Shelter).ToFrozenDictionary(static p => p.Id) };
}
