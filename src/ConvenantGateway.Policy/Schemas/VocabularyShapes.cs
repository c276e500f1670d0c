using System.Text.Json.Nodes;

namespace ConvenantGateway.Policy;

/// <summary>The schemas of the closed lists, of law and of elements.</summary>
internal sealed class VocabularyShapes(SchemaCodes codes)
{
    public static JsonObject Onward() => Shape.Map(("onward!", Shape.List(Shape.Map(
        ("origin!", Shape.Of(CodeWords.Origins)), ("title!", Shape.Text()), ("never", SchemaCodes.Categories()), ("evidence", SchemaCodes.Evidence()), ("article20", Shape.Flag()),
        ("mark!", SchemaCodes.Mark()), ("note", Shape.Text()), ("sources!", SchemaCodes.Sources())))));

    public static JsonObject Clauses() => Shape.Map(("clauses!", Shape.List(Shape.Map(
        ("clause!", Shape.Of(Enumerable.Range(1, 25).Select(n => $"C{n}"))), ("title!", Shape.Text()), ("held!", Shape.Of(ClausesFile.HeldWords)), ("by!", Shape.Text())))));

    public JsonObject Retention() => Shape.Map(("retention!", Shape.List(Shape.Map(
        ("id!", Shape.Text()), ("title!", Shape.Text()), ("record!", Shape.Of(RetentionFile.Records)), ("parties", Shape.OneOrMore(codes.Kind())), ("profiles", codes.Profiles()),
        ("years", Shape.Number(1, RetentionFile.MaxYears)), ("months", Shape.Number(1, RetentionFile.MaxYears * 12)), ("least", Shape.Flag()), ("review", Shape.Flag()),
        ("mark!", SchemaCodes.Mark()), ("note", Shape.Text()), ("sources", SchemaCodes.Sources())))));

    public static JsonObject Labels() => Shape.Map(("labels!", Shape.List(Shape.Map(
        ("system!", Shape.Text()), ("code!", Shape.Text()), ("adds!", Shape.OneOrMore(Shape.Of(LabelsFile.AddsWords))), ("note", Shape.Text())))));

    public static JsonObject Categories() => Shape.Map(("categories!", Shape.List(Shape.Map(
        ("code!", SchemaCodes.Category()), ("title!", Shape.Text()), ("english", Shape.Text()), ("level!", Shape.Of(VocabularyFiles.HandlingLevels)),
        ("wbp!", Shape.OneOrMore(Shape.Of(VocabularyFiles.LegalClasses))), ("avg!", Shape.OneOrMore(Shape.Of(VocabularyFiles.LegalClasses))), ("note", Shape.Text())))));

    public JsonObject Grounds() => Shape.Map(("grounds!", Shape.List(Shape.Map(
        ("code!", Shape.Text()), ("title!", Shape.Text()), ("english", Shape.Text()), ("evidence", SchemaCodes.Evidence()), ("about!", Shape.Of(VocabularyFiles.AboutWords)),
        ("profiles", codes.Profiles()), ("used-by", Shape.OneOrMore(codes.Kind())), ("note", Shape.Text()),
        ("articles", Shape.List(Shape.Map(("law!", Shape.Text()), ("article!", Shape.Text()), ("text!", Shape.Date()), ("era!", Shape.Of(VocabularyFiles.Eras)))))))));

    public static JsonObject Purposes() => Shape.Map(("purposes!", Shape.List(Shape.Map(("code!", Shape.Text()), ("title!", Shape.Text()), ("english", Shape.Text()), ("note", Shape.Text())))));

    public static JsonObject Parties() => Shape.Map(("parties!", Shape.List(Shape.Map(
        ("code!", Shape.Text()), ("title!", Shape.Text()), ("english", Shape.Text()), ("from", Shape.Date()), ("until", Shape.Date()), ("regimes", Shape.OneOrMore(Shape.Of(VocabularyFiles.Regimes))),
        ("secrecy", Shape.Of(VocabularyFiles.Secrecies)), ("note", Shape.Text()),
        ("designations", Shape.List(Shape.Map(("article!", Shape.Text()), ("from!", Shape.Date()), ("until", Shape.Date()), ("tasks", Shape.Text()))))))));

    public static JsonObject Profiles() => Shape.Map(("profiles!", Shape.List(Shape.Map(
        ("code!", Shape.Text()), ("title!", Shape.Text()), ("from!", Shape.Date()), ("until", Shape.Date()), ("worked-out", Shape.Flag())))));

    public static JsonObject Law() => Shape.Map(("bwb!", Shape.Text()), ("title!", Shape.Text()), ("articles!", Shape.List(Shape.Map(
        ("article!", Shape.Text()), ("text!", Shape.Date()), ("read!", Shape.Of(VocabularyFiles.ReadWords)), ("says!", Shape.Text())))));

    public static JsonObject Elements() => Shape.Map(
        ("resource!", Shape.Text()),
        ("class", Shape.Map(("default!", Shape.Of(["none", .. CodeWords.Categories])), ("code-also-in", Shape.List(Shape.Text())), ("by", Shape.List(Shape.Map(
            ("path!", Shape.Text()), ("system!", Shape.Text()), ("code!", Shape.Text()), ("category", SchemaCodes.Category())))))),
        ("elements!", Shape.List(Shape.Map(("path!", Shape.Text()), ("as!", Shape.Of(["structure", "class", "withheld", .. CodeWords.Categories])), ("subject", Shape.Of(["structure", "class"]))))));
}
