using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>Performers and informants are D21, unless they are the subject: who tells of herself informs on nobody (design.md section 6).</summary>
public sealed class SubjectTests
{
    private const string Text = """{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1"},"performer":[{"reference":"Patient/1"},{"reference":"Patient/2"},{"reference":"Practitioner/3"}]}""";
    private const string OwnOnly = """{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1"},"performer":[{"reference":"Patient/1"}]}""";
    private const string None = """{"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/1"}}""";

    private static ElementClassification Observation => Lines.Of("Observation", "status structure", "code class", "subject structure") is var lines
        ? lines with { Elements = lines.Elements.Add(new ElementRule("performer", ElementKind.Category, CategorySet.Of(21)) { Subject = ElementKind.ResourceClass }) }
        : throw new InvalidOperationException();

    private static ResourceFilter Filter => Lines.Filter(Observation);

    [Fact]
    public void Performer_WhoIsTheSubject_StaysWithoutTheOthers() => Assert.Equal(OwnOnly, Filter.Left(Text, Scope("D08")));

    [Fact]
    public void Performer_WithTheCategoryOfInformants_AllStay() => Assert.Equal(Text, Filter.Left(Text, Scope("D08 D21")));

    /// <summary>Who may read informants reads this one as any other: with what has a line of its own.</summary>
    [Fact]
    public void Performer_WhoIsTheSubjectWithTheCategoryOfInformants_KeepsTheDisplay()
    {
        var filter = Lines.Filter(Observation with { Elements = Observation.Elements.Add(new ElementRule("performer.display", ElementKind.Category, CategorySet.Of(21))) });
        var text = OwnOnly.Replace("""[{"reference":"Patient/1"}]""", """[{"reference":"Patient/1","display":"x"}]""", StringComparison.Ordinal);

        Assert.Equal(text, filter.Left(text, Scope("D08 D21")));
        Assert.Equal(OwnOnly, filter.Left(text, Scope("D08")));
    }

    [Fact]
    public void Performer_NobodyIsTheSubject_AllGo() =>
        Assert.Equal(None, Filter.Left(Text, Lines.Scope("D08", new ReleasedTargets("Patient/1", "Patient/2", "Practitioner/3"), resourceClass: "D08")));

    [Fact]
    public void Performer_SubjectWhoIsNotReleased_Goes() =>
        Assert.DoesNotContain("performer", Filter.Left(Text, new FilterScope(Lines.Set("D08"), Lines.Set("D08"), new SubjectTargets("Patient/1"), false)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"reference":"Patient\/1"}""")]
    [InlineData("""{"display":"geheim"}""")]
    [InlineData("""{"identifier":{"value":"geheim"}}""")]
    [InlineData("""{"ref\u0065rence":"Patient/1"}""")]
    [InlineData("""{"type":"Patient/1"}""")]
    [InlineData("""{"identifier":{"reference":"Patient/1"}}""")]
    [InlineData("""{"reference":"Patient/2","type":"Patient/1"}""")]
    [InlineData("{}")]
    public void Performer_ThatCannotBeReadAsTheSubject_Goes(string performer) =>
        Assert.Equal(None, Filter.Left(Text.Replace("""{"reference":"Patient/1"},{"reference":"Patient/2"},{"reference":"Practitioner/3"}""", performer, StringComparison.Ordinal), Scope("D08")));

    [Theory]
    [InlineData("""{"display":"x","reference":"Patient/1"}""", """{"reference":"Patient/1"}""")]
    [InlineData("""{"identifier":{"value":"x","period":{"start":"2001"}},"reference":"Patient/1","type":"Patient"}""", """{"reference":"Patient/1","type":"Patient"}""")]
    public void Performer_WhoIsTheSubject_IsFoundWhereverItStands(string performer, string left) => Assert.Equal(
        OwnOnly.Replace("""[{"reference":"Patient/1"}]""", $"[{left}]", StringComparison.Ordinal),
        Filter.Left(Text.Replace("""{"reference":"Patient/1"},{"reference":"Patient/2"},{"reference":"Practitioner/3"}""", performer, StringComparison.Ordinal), Scope("D08")));

    [Fact]
    public void Check_SubjectOfWhatIsNoReference_IsAnError()
    {
        var wrong = Observation with { Elements = Observation.Elements.Add(new ElementRule("issued", ElementKind.Category, CategorySet.Of(21)) { Subject = ElementKind.Structure }) };

        Assert.Contains("is no Reference", Assert.Single(ResourceFilter.Check(wrong)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as: structure, subject: class")]
    [InlineData("as: D21, subject: D01")]
    public void Read_SubjectThatMakesNoSense_IsAnErrorAtItsLine(string line)
    {
        var read = ElementsFile.Read("elements/Observation.yaml", Encoding.UTF8.GetBytes($"resource: Observation\nelements:\n  - {{ path: performer, {line} }}\n"));

        Assert.Equal(3, Assert.Single(read.Errors).Line);
    }

    [Fact]
    public void Read_Subject_IsKept()
    {
        var read = ElementsFile.Read("elements/Observation.yaml", "resource: Observation\nelements:\n  - { path: performer, as: D21, subject: class }\n"u8.ToArray());

        Assert.Equal(ElementKind.ResourceClass, Assert.Single(read.Source!.Classification.Elements).Subject);
    }

    private static FilterScope Scope(string released) => Lines.Scope(released, new SubjectTargets("Patient/1", "Patient/1", "Patient/2", "Practitioner/3"), resourceClass: "D08");

    /// <summary>The first is the subject; the others are released.</summary>
    private sealed class SubjectTargets(string subject, params string[] released) : IReleasedReferences
    {
        public bool IsReleased(ReadOnlySpan<byte> reference) => released.Contains(Encoding.UTF8.GetString(reference));

        public bool IsSubject(ReadOnlySpan<byte> reference) => Encoding.UTF8.GetString(reference) == subject;
    }
}
