using System.Text.Json.Nodes;

namespace ConvenantGateway.Policy;

/// <summary>The schema of rules.</summary>
internal static class RuleShapes
{
    public static JsonObject File(SchemaCodes codes, bool isCovenant) => Shape.Map(("rules!", Shape.List(Rule(codes, isCovenant))));

    private static JsonObject Rule(SchemaCodes codes, bool isCovenant)
    {
        List<(string, JsonObject)> keys =
        [
            ("id!", Shape.Text()), ("title!", Shape.Text()), ("english", Shape.Text()), ("prohibit", Shape.Flag()),
            ("from!", Shape.OneOrMore(codes.Kind(any: true))), ("to!", Shape.OneOrMore(codes.Kind(any: true))), ("purpose!", Shape.OneOrMore(codes.Purpose(any: true))),
            ("by!", SchemaCodes.Initiatives()), ("holder", Shape.Of(["standing", "per-request"])), ("profiles", codes.Profiles()),
            ("grounds", Shape.OneOrMore(codes.Ground())), ("evidence", SchemaCodes.Evidence()), ("warn-without", SchemaCodes.Evidence()), ("emergency", Shape.Flag()),
            ("onward", SchemaCodes.Origins()), ("voorafgaandOnderzoek", Shape.Of(CovenantFiles.Paragraphs)),
            ("release", Shape.ByCode(CodeWords.Rollen, Release(codes))), ("withheld", Reasons()), ("never", SchemaCodes.Categories()),
            ("obligations", SchemaCodes.Obligations()), ("advice", Shape.Text()), ("advice-english", Shape.Text()), ("mark!", SchemaCodes.Mark()), ("note", Shape.Text()),
            ("sources!", SchemaCodes.Sources()),
        ];
        if (isCovenant)
        {
            keys.Add(("narrows", Shape.Text()));
        }

        return Shape.Map([.. keys]);
    }

    private static JsonObject Release(SchemaCodes codes) => Shape.Map(
        ("categories!", SchemaCodes.Categories()), ("level", Shape.Of(CodeWords.Levels)), ("requires", SchemaCodes.Evidence()), ("basis", codes.Ground()), ("withheld", Reasons()));

    private static JsonObject Reasons() => Shape.ByCode(CodeWords.Categories, Shape.Text());
}
