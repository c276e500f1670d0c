namespace ConvenantGateway.Policy.Tests;

/// <summary>What element lists let through the filter, line by line and as a whole.</summary>
public sealed class ElementsDiffTests
{
    private const string Element = "any exchange of a Patient with this element";
    private const string Type = "any exchange of a Patient";

    [Fact]
    public void Compare_LineMore_IsAWidening() => Compared.OpensAndBackCloses(
        Lists(Line("name", "D01")), Lists(Line("name", "D01"), Line("address", "D04")), Compared.Change("Patient.address", "D04", Element));

    [Fact]
    public void Compare_LineWithheld_IsNoLine()
    {
        Compared.IsSame(Lists(), Lists(new ElementRule("address", ElementKind.Withheld, default)));
        Compared.IsSame(Lists(new ElementRule("address", ElementKind.Withheld, default)), Lists());
    }

    [Fact]
    public void Compare_OtherCategory_IsBoth() => Compared.Holds(
        PolicyDiff.Compare(Lists(Line("address", "D04")), Lists(Line("address", "D01"))),
        [Compared.Change("Patient.address", "D01", Element)],
        [Compared.Change("Patient.address", "D04", Element)]);

    [Fact]
    public void Compare_Line_IsNamedByWhatItSays()
    {
        Compared.OpensAndBackCloses(Lists(), Lists(new ElementRule("id", ElementKind.Structure, default)), Compared.Change("Patient.id", "Structure", Element));
        Compared.OpensAndBackCloses(Lists(), Lists(new ElementRule("link", ElementKind.ResourceClass, default)), Compared.Change("Patient.link", "ResourceClass", Element));
        Compared.OpensAndBackCloses(Lists(), Lists(Line("link", "D04") with { Subject = ElementKind.Structure }), Compared.Change("Patient.link", "D04, subject Structure", Element));
        Compared.OpensAndBackCloses(
            Lists(), Lists(new ElementRule("link", ElementKind.Withheld, default) { Subject = ElementKind.ResourceClass }), Compared.Change("Patient.link", "Withheld, subject ResourceClass", Element));
    }

    [Fact]
    public void Compare_TypeMore_OpensItsLinesAndItsClass()
    {
        Compared.Opens(
            Compared.WithElements(), Lists(Line("name", "D01")), Compared.Change("Patient, class", "classified otherwise", Type), Compared.Change("Patient.name", "D01", Element));
        Compared.Closes(Lists(Line("name", "D01")), Compared.WithElements(), Compared.Change("Patient.name", "D01", Element));
    }

    [Fact]
    public void Compare_OneTypeOfTwo_IsNamedAlone() => Compared.OpensAndBackCloses(
        Compared.WithElements(Of("Patient"), Of("Person")), Compared.WithElements(Of("Patient"), Of("Person", Line("name", "D01"))), Compared.Change("Person.name", "D01", "any exchange of a Person with this element"));

    [Fact]
    public void Compare_SlicesInAnotherOrder_IsAWidening()
    {
        var (home, mobile, name) = (Line("telecom[use=home]", "D04"), Line("telecom[use=mobile]", "D05"), Line("name", "D01"));

        Compared.Opens(Lists(home, mobile), Lists(mobile, home), Compared.Change("Patient, order", "slices are tried in another order", Type));
        Compared.IsSame(Lists(home, name, mobile), Lists(name, home, mobile));
        Compared.IsSame(Lists(name, Line("address", "D04")), Lists(Line("address", "D04"), name));
    }

    [Fact]
    public void Compare_SliceMore_IsNoOtherOrder() => Compared.OpensAndBackCloses(
        Lists(Line("telecom[use=home]", "D04"), Line("telecom[use=work]", "D04")),
        Lists(Line("telecom[use=home]", "D04"), Line("telecom[use=mobile]", "D05"), Line("telecom[use=work]", "D04")),
        Compared.Change("Patient.telecom[use=mobile]", "D05", Element));

    [Fact]
    public void Compare_OtherClass_IsAWideningEitherWay()
    {
        var plain = Of("Patient");
        foreach (var other in new[]
        {
            plain with { DefaultClass = TestRules.Set("D18") },
            plain with { ClassRules = [new ResourceClassRule("category.coding", "s", "c", TestRules.Set("D18"))] },
            plain with { Labels = [new SecurityLabel("s", "R", TestRules.Set("D18"))] },
        })
        {
            Compared.Opens(Compared.WithElements(plain), Compared.WithElements(other), Compared.Change("Patient, class", "classified otherwise", Type));
            Compared.Opens(Compared.WithElements(other), Compared.WithElements(plain), Compared.Change("Patient, class", "classified otherwise", Type));
            Compared.IsSame(Compared.WithElements(other), Compared.WithElements(other));
            Compared.IsSame(Compared.WithElements(other), Compared.WithElements());
        }
    }

    private static ElementRule Line(string path, string category) => new(path, ElementKind.Category, TestRules.Set(category));

    private static ElementClassification Of(string type, params ElementRule[] lines) => new(type, default, [], [.. lines]);

    private static PolicySnapshot Lists(params ElementRule[] lines) => Compared.WithElements(Of("Patient", lines));
}
