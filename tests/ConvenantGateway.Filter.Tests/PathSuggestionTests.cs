using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>A path that R4 does not have is an error at its own line, with what was probably meant.</summary>
public sealed class PathSuggestionTests
{
    /// <summary>Found at random: what stayed of a slice without its fixed value was cut when it was filtered again.</summary>
    [Theory]
    [InlineData("is what the slice is known by", "identifier[system=http://a] D01", "identifier[system=http://a].system withheld")]
    [InlineData("asks for less", "identifier[system=http://a].period D01")]
    [InlineData("does not say", "address D04", "address.text withheld", "address[use=home] D04")]
    [InlineData("does not say", "address D04", "address.city D05", "address[use=home] D04")]
    [InlineData(null, "address D04", "address.text withheld", "address[use=home] D04", "address[use=home].text withheld")]
    [InlineData(null, "address D04", "address.text withheld", "address[use=home] withheld")]
    [InlineData("asks for less", "identifier[system=http://a] withheld", "identifier[system=http://a].period D01")]
    [InlineData("asks for less", "identifier[system=http://a] D01", "identifier[system=http://a].period structure")]
    [InlineData("asks for less", "identifier[system=http://a] D01", "identifier[system=http://a].period D02")]
    [InlineData("asks for less", "extension[url=http://a].extension[url=http://b] D01")]
    [InlineData(null, "identifier[system=http://a] D01", "identifier[system=http://a].period withheld", "identifier[system=http://a].value D01")]
    [InlineData(null, "identifier D01", "identifier[system=http://a].period D01")]
    [InlineData(null, "extension[url=http://a] D01", "extension[url=http://a].extension[url=http://b] D01")]
    public void Check_PartOfASlice_AsksNoLessThanTheSlice(string? expected, params string[] lines)
    {
        var errors = ResourceFilter.Check(Lines.Of("Patient", lines));

        Assert.Equal(expected is null ? 0 : 1, errors.Count);
        Assert.All(errors, e => Assert.Contains(expected!, e.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("can be the same one", "telecom[use=home] D02", "telecom[system=phone] D03")]
    [InlineData("can be the same one", "telecom[use=home][system=phone] D02", "telecom[system=phone][use=home] D03")]
    [InlineData("can be the same one", "contact.telecom[use=home] D02", "contact.telecom[system=phone] D03")]
    [InlineData(null, "telecom[use=home] D02", "telecom[use=work] D03", "telecom[use=home].value D02")]
    [InlineData(null, "telecom[use=home] D02", "telecom[use=home][system=phone] D03")]
    [InlineData(null, "telecom[use=home] D02", "contact.telecom[system=phone] D03")]
    [InlineData("does not hold for the type", "extension[url=http://a] D02", "extension[url=http://a].value.code D02", "extension[url=http://a].valueCoding D02")]
    [InlineData("does not hold for the type", "extension[url=http://a] D02", "extension[url=http://a].value[system=http://b] D02", "extension[url=http://a].valueCoding.code D02")]
    [InlineData(null, "extension[url=http://a] D02", "extension[url=http://a].value D02", "extension[url=http://a].valueCoding.code D02")]
    [InlineData(null, "extension[url=http://a] D02", "extension[url=http://a].value.code D02", "extension[url=http://b] D02", "extension[url=http://b].valueCoding D02")]
    public void Check_LinesThatMayBothHold_AreRefused(string? expected, params string[] lines)
    {
        var errors = ResourceFilter.Check(Lines.Of("Patient", lines));

        Assert.Equal(expected is null ? 0 : 1, errors.Count);
        Assert.All(errors, e => Assert.Contains(expected!, e.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Patient", "gendr", "did you mean `gender`?")]
    [InlineData("Patient", "Gender", "did you mean `gender`?")]
    [InlineData("Patient", "name.famly", "did you mean `family`?")]
    [InlineData("Patient", "contact.name.familly", "did you mean `family`?")]
    [InlineData("Patient", "deceasedBool", "did you mean `deceasedBoolean`? `deceased` is `deceasedBoolean` or `deceasedDateTime`")]
    [InlineData("Patient", "deceasedSomewhere", "`deceased` is `deceasedBoolean` or `deceasedDateTime`")]
    [InlineData("Observation", "valueMoney", "`value` is `valueQuantity`, `valueCodeableConcept`, `valueString`, `valueBoolean`, `valueInteger`, `valueRange`, `valueRatio`, `valueSampledData`, `valueTime`, `valueDateTime` or `valuePeriod`")]
    [InlineData("Observation", "component.valueStrng", "did you mean `valueString`?")]
    [InlineData("Patient", "extension[url=http://x].valueCodeableConcpt", "did you mean `valueCodeableConcept`?")]
    [InlineData("Patient", "extension[url=http://x].valueOfSomethingElse", "there is `id`, `extension`, `url` or `value`")]
    [InlineData("Patient", "deceasd", "did you mean `deceased`?")]
    [InlineData("Patient", "identifier[sytem=http://x]", "did you mean `system`?")]
    [InlineData("Patient", "telecom[period=x]", "it can be sliced by `system`, `value` or `use`")]
    [InlineData("Patient", "gender[code=x]", null)]
    [InlineData("Patient", "birthDate.extnsion[url=http://x]", "did you mean `extension`?")]
    [InlineData("Patient", "name.voornaam", "there is `id`, `extension`, `use`, `text`, `family`, `given`, `prefix`, `suffix` or `period`")]
    [InlineData("Patient", "Patient.name", "leave out the name of the resource: `name`")]
    [InlineData("Patient", "name[", "a path is `name`, `name.family` or `identifier[system=…].value`")]
    [InlineData("Patient", "meta", "e.g. `meta.versionId`, `meta.lastUpdated` or `meta.tag[system=…]`")]
    [InlineData("Patient", "text", "write `as: withheld`")]
    [InlineData("Patient", "Patient", "there is `id`, `meta`, `implicitRules`")]
    [InlineData("Patient", "multipleBirth.zzzzz", null)]
    [InlineData("Patient", "gender.zzzzz", null)]
    [InlineData("Patient", "name.period.zzzzz", "there is `id`, `extension`, `start` or `end`")]
    [InlineData("Patient", "photo[hashes=a]", "did you mean `hash`?")]
    [InlineData("Patient", "maritalStatus[zzzz=a]", "it can be sliced by `text`")]
    [InlineData("Patient", "extension[url=http://a].valueZzzzzzz", "there is `id`, `extension`, `url` or `value`")]
    [InlineData("Patient", "extension[url=http://a].valueStrin", "did you mean `valueString`?")]
    public void Errors_WrongStep_SuggestsWhatWasMeant(string type, string path, string? suggestion)
    {
        var error = Assert.Single(Errors(type, $"resource: {type}\nelements:\n  - {{ path: id, as: structure }}\n\n  - {{ path: \"{path}\", as: D01 }}\n"));

        Assert.Equal((FilterErrorCodes.UnknownPath, $"elements/{type}.yaml", 5), (error.Code, error.File, error.Line));
        Assert.Contains($"`{path}`", error.Message, StringComparison.Ordinal);
        if (suggestion is null)
        {
            Assert.Null(error.Suggestion);
        }
        else
        {
            Assert.StartsWith(suggestion, Assert.IsType<string>(error.Suggestion), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("gendr", "`gendr` does not exist in R4")]
    [InlineData("name.famly", "`name.famly` does not exist in R4: no `famly` there")]
    public void Errors_WrongStep_SayWhichStep(string path, string message) =>
        Assert.Equal(message, Assert.Single(Errors("Patient", $"resource: Patient\nelements:\n  - {{ path: {path}, as: D01 }}\n")).Message);

    [Theory]
    [InlineData("eceasedBoolean", "did you mean `deceasedBoolean`?")]
    [InlineData("deceasedBoolea", "did you mean `deceasedBoolean`? `deceased` is `deceasedBoolean` or `deceasedDateTime`")]
    public void Errors_ChoiceOfAType_IsSuggestedWithItsType(string path, string suggestion) =>
        Assert.Equal(suggestion, Assert.Single(Errors("Patient", $"resource: Patient\nelements:\n  - {{ path: {path}, as: D01 }}\n")).Suggestion);

    [Fact]
    public void Errors_UnknownResource_SuggestsOneAtItsLine()
    {
        var error = Assert.Single(Errors("Pateint", "# a comment\nresource: Pateint\nelements:\n  - { path: id, as: structure }\n"));

        Assert.Equal("elements/Pateint.yaml:2:1: CG-FILTER-007 `Pateint` is not an R4 resource (did you mean `Patient`?)", error.ToString());
    }

    [Theory]
    [InlineData("categorie.coding", "did you mean `category`?")]
    [InlineData("category.codin", "did you mean `coding`?")]
    [InlineData("category", "did you mean `category.coding`?")]
    [InlineData("status", null)]
    [InlineData("recordedDate", null)]
    [InlineData("onset", null)]
    public void Errors_WrongClassPath_NamesTheLineOfTheRule(string path, string? suggestion)
    {
        var error = Assert.Single(Errors("Condition", $"resource: Condition\nclass:\n  default: D14\n  by:\n    - {{ path: code.coding, system: \"http://x\", code: a, category: D15 }}\n    - {{ path: {path}, system: \"http://x\", code: b, category: D15 }}\nelements:\n  - {{ path: id, as: structure }}\n"));

        Assert.Equal((6, suggestion), (error.Line, error.Suggestion));
    }

    /// <summary>A wrong element says nothing of the class rules, however many there are; the first of them has a line too.</summary>
    [Theory]
    [InlineData("categorie.coding", "status", "5")]
    [InlineData("category.coding", "naam", "9")]
    [InlineData("categorie.coding", "naam", "9 5")]
    public void Errors_ElementsAndClassRules_StandAtTheirOwnLines(string rule, string element, string lines)
    {
        var yaml = $"resource: Observation\nclass:\n  default: D14\n  by:\n    - {{ path: {rule}, system: \"http://x\", code: a, category: D15 }}\n    - {{ path: category.coding, system: \"http://x\", code: b, category: D15 }}\n"
            + $"elements:\n  - {{ path: id, as: structure }}\n  - {{ path: {element}, as: structure }}\n";

        Assert.Equal(lines, string.Join(' ', Errors("Observation", yaml).Select(static e => e.Line)));
    }

    [Fact]
    public void Errors_ClassPathToAChoice_SuggestsTheTypeThatHasACoding()
    {
        var error = Assert.Single(Errors("Observation", "resource: Observation\nclass:\n  default: D14\n  by:\n    - { path: value, system: \"http://x\", code: a, category: D15 }\nelements:\n  - { path: id, as: structure }\n"));

        Assert.Equal("did you mean `value.coding`?", error.Suggestion);
    }

    private static List<PolicyError> Errors(string type, string yaml) =>
        [.. ElementPathErrors.Of([ElementsFile.Read($"elements/{type}.yaml", Encoding.UTF8.GetBytes(yaml)).Source!])];
}
