using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>The committed <c>policies/elements</c> say something of every element of the types in use: what is withheld was decided.</summary>
[Trait("Mutants", "last")]
public sealed class PolicyCompletenessTests
{
    /// <summary>Words that go with the resource on purpose: what is asked, what an organisation is and how it is reached, what somebody's function is.</summary>
    private static readonly string[] WordsOnPurpose =
    [
        "ServiceRequest.code.", "Task.code.", "Organization.type.", "Organization.name", "Organization.telecom.value", "PractitionerRole.code.", "PractitionerRole.specialty.",
        "*.meta.security[system=https://convenantgateway.nl/fhir/CodeSystem/verplichting].display",
    ];

    public static TheoryData<string> Types => [.. ElementCoverage.TypesInUse];

    [Fact]
    public void Types_InUse_AreExactlyThoseWithAFile() => Assert.Equal(ElementCoverage.TypesInUse, PolicyElements.ByType.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Types))]
    public void Type_EveryElement_HasALine(string type) => Assert.Empty(ElementCoverage.Of(PolicyElements.ByType[type]).ByDefault);

    /// <summary>A cut modifier takes the resource. <c>modifierExtension</c> alone is withheld: nobody here knows what it changes.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void Type_EveryModifier_IsStructure(string type)
    {
        var lines = PolicyElements.ByType[type].Elements;
        foreach (var modifier in R4Catalogue.Find(type)!.Elements.Where(static e => e is { IsModifier: true, Name: not "modifierExtension" }))
        {
            foreach (var name in modifier.Types.Select(modifier.JsonName))
            {
                Assert.Contains(lines, l => (l.Path == name || l.Path == modifier.Name) && l.Kind == ElementKind.Structure);
            }
        }

        Assert.Contains(lines, static l => l is { Path: "modifierExtension", Kind: ElementKind.Withheld });
    }

    /// <summary>A part that went without what picks its slice would be read as another kind of thing.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void Type_PartOfASlice_GoesOnlyWithTheSlice(string type)
    {
        var lines = PolicyElements.ByType[type].Elements;
        foreach (var part in lines.Where(static l => l.Kind != ElementKind.Withheld && l.Path.Contains("].", StringComparison.Ordinal)))
        {
            var slice = Assert.Single(lines, l => l.Path == part.Path[..(part.Path.LastIndexOf("].", StringComparison.Ordinal) + 1)]);
            var steps = PathStep.ReadAll(part.Path)!;

            Assert.Equal((slice.Kind, slice.Category), (part.Kind, part.Category));
            Assert.DoesNotContain(steps[^2].Conditions, c => c.Child == steps[^1].Name);
        }
    }

    /// <summary>What goes with the resource whatever is released is codes, dates and references, not words.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void Type_FreeText_IsNotStructure(string type)
    {
        var words = new List<string>();
        Words(R4Catalogue.Find(type)!, LineTree.Of(PolicyElements.ByType[type]), null, type, words, 0);

        Assert.DoesNotContain(words, static w => !Array.Exists(WordsOnPurpose, p => w.StartsWith(p, StringComparison.Ordinal) || (p[0] == '*' && w.EndsWith(p[1..], StringComparison.Ordinal))));
    }

    /// <summary>The value of an identifier is sliced by its system; <c>Coding.version</c> and <c>Reference.reference</c> are no words.</summary>
    private static void Words(CatalogueType type, LineTree? lines, ElementRule? inherited, string path, List<string> words, int depth)
    {
        foreach (var element in type.Elements.Where(_ => depth < 6))
        {
            foreach (var one in element.Types)
            {
                var own = lines?.Child(element.JsonName(one)) ?? lines?.Child(element.Name);
                var isNever = element.Name is "id" or "extension" or "modifierExtension" || (type.Name == "Reference" && element.Name is ("display" or "identifier" or "reference"));
                Value(own, own?.Line ?? (isNever ? null : inherited), one, $"{path}.{element.JsonName(one)}");
                foreach (var (conditions, slice) in own?.Slices ?? [])
                {
                    Value(slice, slice.Line ?? own!.Line, one, $"{path}.{element.JsonName(one)}[{conditions[0].Child}={conditions[0].Value}]");
                }
            }
        }

        void Value(LineTree? own, ElementRule? rule, string typeName, string place)
        {
            var isTechnical = (type.Name == "Coding" && place.EndsWith(".version", StringComparison.Ordinal)) || (type.Name == "Identifier" && place.EndsWith(".value", StringComparison.Ordinal));
            if (typeName is ("string" or "markdown" or "xhtml" or "base64Binary") && rule?.Kind == ElementKind.Structure && !isTechnical && !place.EndsWith(".id", StringComparison.Ordinal))
            {
                words.Add(place);
            }
            else if (R4Catalogue.Find(typeName) is { IsPrimitive: false, Form: TypeForm.Complex } inside && (rule?.Kind == ElementKind.Structure || own is not null))
            {
                Words(inside, own, rule, place, words, depth + 1);
            }
        }
    }
}
