using System.Text;
using ConvenantGateway.Fuzz;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>A resource that is damaged anywhere is refused whole, and nothing is told of what was in it.</summary>
public sealed class DamageTests
{
    private const string Rich = """
        {"resourceType":"Patient","id":"1","meta":{"versionId":"2","tag":[{"system":"http://a","code":"b"},{"system":"x","code":"y"}]},"text":{"status":"generated","div":"<div>x</div>"},"extension":[{"url":"http://ok","valueCode":"c"},{"url":"http://no","valueAddress":{"city":"w"}}],"active":true,"name":[{"use":"official","family":"Bé\u00e9r","given":["A","B"],"_given":[null,{"extension":[{"url":"http://q","valueCode":"i"}]}]},{"text":"n"}],"birthDate":"2001-01-01","_birthDate":{"extension":[{"url":"http://t","valueDateTime":"2001"}]},"multipleBirthInteger":-12.5e+1,"link":[{"other":{"reference":"Patient/1"},"type":"seealso"}],"onbekend":{"a":[1,{"b":null}],"c":false},"gender":"female"}
        """;

    private static readonly FilterScope Everything = new(CategorySet.All, CategorySet.All, new ReleasedTargets("Patient/1"), true);

    private static ResourceFilter Filter => Lines.Filter(Lines.Of(
        "Patient", "active structure", "name D01", "name.given.extension[url=http://q] D01", "birthDate D01", "birthDate.extension[url=http://t] D01", "multipleBirth D06", "link structure", "extension[url=http://ok] D01",
        "meta.tag[system=http://a] D01"));

    [Fact]
    public void Filter_AnyPrefix_IsRefused()
    {
        var filter = Filter;
        for (var length = 0; length < Rich.Length; length++)
        {
            AssertRefused(filter, Rich[..length]);
        }

        Assert.NotNull(filter.Run(Rich, Everything).Body);
    }

    [Fact]
    public void Filter_AnyCharacterTakenThatJsonNeeds_IsRefused()
    {
        var filter = Filter;
        for (var at = 0; at < Rich.Length; at++)
        {
            var damaged = Rich.Remove(at, 1);
            if (!StrictJson.Accepts(Encoding.UTF8.GetBytes(damaged)))
            {
                AssertRefused(filter, damaged);
            }
        }
    }

    /// <summary>With nothing released the same places are passed over instead of copied: they are judged no less.</summary>
    [Fact]
    public void Filter_DamageInWhatIsCut_IsRefusedToo()
    {
        var filter = Lines.Filter(Lines.Of("Patient", "active structure", "name.given.extension[url=http://q] D01", "link.type D01"));
        for (var at = 0; at < Rich.Length; at++)
        {
            var damaged = Rich.Remove(at, 1);
            if (!StrictJson.Accepts(Encoding.UTF8.GetBytes(damaged)))
            {
                AssertRefused(filter, damaged);
            }
        }
    }

    [Fact]
    public void Filter_SpaceAnywhereBetweenTokens_ChangesNothing()
    {
        var filter = Filter;
        var whole = filter.Left(Rich, Everything);
        var inText = false;
        for (var at = 0; at <= Rich.Length; at++)
        {
            if (at > 0 && Rich[at - 1] == '"')
            {
                inText = !inText;
            }

            if (inText || (at > 0 && at < Rich.Length && !"{}[]:,\"".Contains(Rich[at], StringComparison.Ordinal) && !"{}[]:,\"".Contains(Rich[at - 1], StringComparison.Ordinal)))
            {
                continue;
            }

            Assert.Equal(whole, WithoutSpace(filter.Left(Rich.Insert(at, " \t\n\r"), Everything)));
        }
    }

    [Fact]
    public void Withheld_OfARichResource_IsAllThatWasCut() => Assert.Equal(
        ["Patient.*", "Patient.extension", "Patient.gender", "Patient.meta.tag", "Patient.text"],
        Filter.Run(Rich, Everything).Withheld.Select(static w => w.Path).Order(StringComparer.Ordinal));

    private static string? WithoutSpace(string? json) => json is null ? null : string.Concat(json.Split([' ', '\t', '\n', '\r']));

    private static void AssertRefused(ResourceFilter filter, string json)
    {
        var outcome = filter.Run(json, Everything);
        Assert.True(outcome.Refusal is not null && outcome.Body is null && outcome.Withheld.IsEmpty, $"accepted: {json}");
    }
}
