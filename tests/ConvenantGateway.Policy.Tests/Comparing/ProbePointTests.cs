using System.Collections.Frozen;

namespace ConvenantGateway.Policy.Tests;

/// <summary>How a point of the field is written for whoever reads a comparison.</summary>
public sealed class ProbePointTests
{
    private static readonly ProbePoint Point = new("ASHG", "VO", "REFER", Initiative.Read, "G-LEGIT", new DateOnly(2010, 6, 1), Evidence.Weighing | Evidence.Consent, false);

    [Fact]
    public void Where_Point_NamesCellGroundAndRole()
    {
        Assert.Equal("ASHG → VO, REFER, read, G-LEGIT", Point.Where(null));
        Assert.Equal("ASHG → VO, REFER, read, G-LEGIT, kind-getuige", Point.Where(BetrokkeneRol.KindGetuige));
        Assert.Equal("ASHG → VO, REFER, read, G-LEGIT, Noodprocedure, pleger", (Point with { Emergency = true }).Where(BetrokkeneRol.Pleger));
    }

    [Fact]
    public void Where_Label_ComesLast()
    {
        Assert.Equal("ASHG → VO, REFER, read, G-LEGIT, kind", Point.Where(BetrokkeneRol.Kind, DataOrigins.None));
        Assert.Equal("ASHG → VO, REFER, read, G-LEGIT, kind, onward HVB", Point.Where(BetrokkeneRol.Kind, DataOrigins.Hvb));
    }

    [Fact]
    public void Example_Point_NamesEvidenceDateRoleAndConsent()
    {
        const string Whole = "from ASHG to VO, purpose REFER, by read, ground G-LEGIT, evidence [consent, weighing], date 2010-06-01";

        Assert.Equal(Whole, Point.Example(null, true));
        Assert.Equal(Whole + ", rol kind, consent all", Point.Example(BetrokkeneRol.Kind, true));
        Assert.Equal(Whole + ", rol kind, consent none", Point.Example(BetrokkeneRol.Kind, false));
        Assert.Equal(Whole + ", emergency", (Point with { Emergency = true }).Example(null, false));
    }

    [Fact]
    public void Example_Declarations_AreNamedInOrder()
    {
        var declared = new[] { "R-2", "R-10", "R-1" }.ToFrozenDictionary(static r => r, static r => new PriorInvestigation(r, default, "31(1)(c)", "", default));

        Assert.EndsWith(", date 2010-06-01, declared [R-1, R-10, R-2], rol kind, consent none", (Point with { Declared = new Declarations(declared) }).Example(BetrokkeneRol.Kind, false), StringComparison.Ordinal);
        Assert.EndsWith(", date 2010-06-01, emergency, declared []", (Point with { Emergency = true, Declared = Declarations.None }).Example(null, false), StringComparison.Ordinal);
    }
}
