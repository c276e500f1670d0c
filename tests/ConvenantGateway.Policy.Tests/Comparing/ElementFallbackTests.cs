namespace ConvenantGateway.Policy.Tests;

/// <summary>A slice or a type of a choice that ends gives its values back; one that begins takes values from lines that withheld them.</summary>
public sealed class ElementFallbackTests
{
    [Fact]
    public void Compare_TypeOfAChoiceTakenAway_FallsToTheChoice()
    {
        Opens([D12("value"), Withheld("valueQuantity")], [D12("value")], "valueQuantity", "D12, as value");
        Opens([D12("component.value"), Withheld("component.valueQuantity.unit")], [D12("component.value")], "component.valueQuantity.unit", "D12, as component.value");
        Same([Withheld("value"), Withheld("valueQuantity")], [Withheld("value")]);
        Same([D12("value"), Withheld("values")], [D12("value")]);
    }

    [Fact]
    public void Compare_SliceTakenAway_FallsToAnyOtherSlice()
    {
        Opens([D12("telecom[system=phone]"), Withheld("telecom[use=home][system=phone]")], [D12("telecom[system=phone]")], "telecom[use=home][system=phone]", "D12, as telecom[system=phone]");
        Opens([D12("telecom[system=phone]"), Withheld("telecom[use=home]")], [D12("telecom[system=phone]")], "telecom[use=home]", "D12, as telecom[system=phone]");
        Opens([D12("telecom[system=phone].value"), Withheld("telecom[use=home].value")], [D12("telecom[system=phone].value")], "telecom[use=home].value", "D12, as telecom[system=phone].value");
        Opens([D12("contact.telecom[system=phone]"), Withheld("contact.telecom[use=home]")], [D12("contact.telecom[system=phone]")], "contact.telecom[use=home]", "D12, as contact.telecom[system=phone]");
        Same([Withheld("telecom[system=phone]"), Withheld("telecom[use=home]")], [Withheld("telecom[system=phone]")]);
        Same([D12("address[use=old]"), Withheld("telecom[use=home]")], [D12("address[use=old]")]);
    }

    [Fact]
    public void Compare_SliceThatEndsWithItsLastLine_FallsAsAWhole()
    {
        Opens(
            [D12("telecom[use=home]"), Withheld("telecom[use=home][system=phone].value")], [D12("telecom[use=home]")],
            ("telecom[use=home][system=phone]", "D12, as telecom[use=home]"), ("telecom[use=home][system=phone].value", "D12, as telecom[use=home]"));
        Opens(
            [D12("telecom"), Withheld("telecom[use=home].rank"), Withheld("telecom[use=home][system=phone].rank")], [D12("telecom"), Withheld("telecom[use=home][system=phone].rank")],
            ("telecom[use=home].rank", "D12, as telecom"));
    }

    [Fact]
    public void Compare_SliceTakenAway_DoesNotFallToOneThatExcludesIt()
    {
        Same([D12("telecom[use=home]"), Withheld("telecom[use=mobile]")], [D12("telecom[use=home]")]);
        Same([D12("telecom[system=phone][use=home]"), Withheld("telecom[use=mobile][rank=1]")], [D12("telecom[system=phone][use=home]")]);
        Opens([D12("telecom[rank=1]"), Withheld("telecom[rank=2]")], [D12("telecom[rank=1]")], "telecom[rank=2]", "D12, as telecom[rank=1]");
    }

    [Fact]
    public void Compare_SliceTakenAwayBelowAWithheldElement_GivesNothing() =>
        Same([D12("contact"), Withheld("contact.telecom"), Withheld("contact.telecom[use=home]")], [D12("contact"), Withheld("contact.telecom")]);

    [Fact]
    public void Compare_LineOfASliceThatStays_FallsWithinTheSlice()
    {
        Same(
            [D12("telecom[system=phone].value"), Withheld("telecom[use=home].value"), Withheld("telecom[use=home].rank")],
            [D12("telecom[system=phone].value"), Withheld("telecom[use=home].rank")]);
        Opens(
            [D12("telecom"), Withheld("telecom[use=home]"), Withheld("telecom[use=home].rank")], [D12("telecom"), Withheld("telecom[use=home].rank")], "telecom[use=home]", "D12, as telecom");
    }

    [Fact]
    public void Compare_SliceThatBeginsWithoutALineOfItsOwn_TakesFromASliceThatWithheld()
    {
        Opens(
            [D12("telecom"), Withheld("telecom[system=phone]")], [D12("telecom"), Withheld("telecom[system=phone]"), Withheld("telecom[use=home][system=phone].rank")],
            "telecom[use=home][system=phone]", "D12, as telecom");
        Opens(
            [D12("telecom"), Withheld("telecom.value")], [D12("telecom"), Withheld("telecom.value"), Withheld("telecom[use=home].rank")],
            "telecom[use=home]", "D12, as telecom");
        Opens(
            [D12("contact"), Withheld("contact.telecom[system=phone]")], [D12("contact"), Withheld("contact.telecom[system=phone]"), Withheld("contact.telecom[use=home].rank")],
            "contact.telecom[use=home]", "D12, as contact");
    }

    [Fact]
    public void Compare_SliceThatBeginsWithALineThatWithholds_IsANarrowing()
    {
        Same([D12("telecom"), Withheld("telecom[system=phone]")], [D12("telecom"), Withheld("telecom[system=phone]"), Withheld("telecom[use=home]")]);
        Same([D12("telecom"), Withheld("telecom[system=phone]")], [D12("telecom"), Withheld("telecom[system=phone]"), Withheld("telecom[use=home]"), Withheld("telecom[use=home].rank")]);
        Same([D12("telecom")], [D12("telecom"), Withheld("telecom[use=home].rank")]);
        Same([Withheld("telecom[system=phone]")], [Withheld("telecom[system=phone]"), Withheld("telecom[use=home].rank")]);
        Same([D12("telecom"), Withheld("address[use=old]")], [D12("telecom"), Withheld("address[use=old]"), Withheld("telecom[use=home].rank")]);
        Same([D12("address"), Withheld("address.line")], [D12("address"), Withheld("address.line"), Withheld("address.city")]);
    }

    [Fact]
    public void Compare_TypeOfAChoiceThatBegins_TakesFromWhatTheChoiceWithheld()
    {
        Opens(
            [D12("value"), Withheld("value.unit")], [D12("value"), Withheld("value.unit"), Withheld("valueQuantity.code")],
            "valueQuantity", "D12, as value");
        Same([D12("value")], [D12("value"), Withheld("valueQuantity.code")]);
        Same([D12("value")], [D12("value"), Withheld("valueQuantity")]);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a.b[x=y].c", "a|b[x=y]|c")]
    [InlineData("a[s=http://x.nl/y][z=1].b", "a[s=http://x.nl/y][z=1]|b")]
    [InlineData("extension[url=http://x.nl].value", "extension[url=http://x.nl]|value")]
    [InlineData("extension[url=a[b].value[c=d]", "extension[url=a[b]|value[c=d]")]
    public void Path_Steps_AreElementsAndSlices(string text, string steps)
    {
        var path = LinePath.Of(text);

        Assert.Equal(steps.Split('|'), path.Steps.Select(static s => s.Name + s.Conditions));
        Assert.Equal(text, path.Prefix(path.Steps.Length));
        Assert.Equal(steps.Split('|')[0], path.Prefix(1));
    }

    private static void Opens(ElementRule[] old, ElementRule[] now, string path, string what) => Opens(old, now, (path, what));

    private static void Opens(ElementRule[] old, ElementRule[] now, params (string Path, string What)[] changes) =>
        Compared.Opens(Lists(old), Lists(now), [.. changes.Select(static c => Compared.Change($"Patient.{c.Path}", c.What, "any exchange of a Patient with this element"))]);

    private static void Same(ElementRule[] old, ElementRule[] now) => Compared.IsSame(Lists(old), Lists(now));

    private static ElementRule D12(string path) => new(path, ElementKind.Category, TestRules.Set("D12"));

    private static ElementRule Withheld(string path) => new(path, ElementKind.Withheld, default);

    private static PolicySnapshot Lists(ElementRule[] lines) => Compared.WithElements(new ElementClassification("Patient", default, [], [.. lines]));
}
