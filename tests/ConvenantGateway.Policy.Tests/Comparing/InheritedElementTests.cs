namespace ConvenantGateway.Policy.Tests;

/// <summary>A line that is taken away leaves its element to the nearest line above it.</summary>
public sealed class InheritedElementTests
{
    private const string Element = "any exchange of a Patient with this element";

    [Theory]
    [InlineData("address", "address.line", "D04, as address")]
    [InlineData("contact", "contact.address.line", "D04, as contact")]
    [InlineData("telecom", "telecom[use=mobile]", "D04, as telecom")]
    [InlineData("telecom[use=mobile]", "telecom[use=mobile].value", "D04, as telecom[use=mobile]")]
    [InlineData("identifier", "identifier[system=http://x.nl/a].value", "D04, as identifier")]
    public void Compare_WithheldLineTakenAway_FallsToTheLineAbove(string above, string gone, string what)
    {
        var old = Lists(Line(above, "D04"), Withheld(gone));

        Compared.Opens(old, Lists(Line(above, "D04")), Compared.Change($"Patient.{gone}", what, Element));
        Compared.IsSame(Lists(Line(above, "D04")), old);
    }

    [Theory]
    [InlineData("contact", "contacts")]
    [InlineData("contact", "name.contact")]
    [InlineData("address.line", "address")]
    [InlineData("x", "[use=mobile]")]
    public void Compare_LineThatIsNotAbove_GivesNothing(string other, string gone) => Compared.IsSame(Lists(Line(other, "D04"), Withheld(gone)), Lists(Line(other, "D04")));

    [Fact]
    public void Compare_NearestLineAbove_Decides()
    {
        var (top, middle) = (Line("contact", "D01"), Line("contact.address", "D04"));

        Compared.Opens(Lists(top, middle, Withheld("contact.address.line")), Lists(top, middle), Compared.Change("Patient.contact.address.line", "D04, as contact.address", Element));
        Compared.IsSame(Lists(top, Withheld("contact.address"), Withheld("contact.address.line")), Lists(top, Withheld("contact.address")));
    }

    [Fact]
    public void Compare_LineOfAnotherCategoryTakenAway_IsBoth() => Compared.Holds(
        PolicyDiff.Compare(Lists(Line("address", "D04"), Line("address.line", "D05")), Lists(Line("address", "D04"))),
        [Compared.Change("Patient.address.line", "D04, as address", Element)],
        [Compared.Change("Patient.address.line", "D05", Element)]);

    [Fact]
    public void Compare_LineOfTheSameCategoryTakenAway_OpensNothing() => Compared.Closes(
        Lists(Line("address", "D04"), Line("address.line", "D04")), Lists(Line("address", "D04")), Compared.Change("Patient.address.line", "D04", Element));

    [Fact]
    public void Compare_AllLinesTakenAway_OpensNothing()
    {
        Compared.Closes(Lists(Line("address", "D04"), Withheld("address.line")), Compared.WithElements(), Compared.Change("Patient.address", "D04", Element));
        Compared.Closes(Lists(Line("address", "D04"), Withheld("address.line")), Lists(), Compared.Change("Patient.address", "D04", Element));
    }

    private static ElementRule Line(string path, string category) => new(path, ElementKind.Category, TestRules.Set(category));

    private static ElementRule Withheld(string path) => new(path, ElementKind.Withheld, default);

    private static PolicySnapshot Lists(params ElementRule[] lines) => Compared.WithElements(new ElementClassification("Patient", default, [], [.. lines]));
}
