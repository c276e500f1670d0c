using System.Text.Json.Nodes;

namespace ConvenantGateway.Policy;

/// <summary>The schema of invariants.</summary>
internal static class InvariantShapes
{
    public static JsonObject File(SchemaCodes codes) => Shape.Map(("invariants!", Shape.List(Shape.Map(
        ("id!", Shape.Text()), ("title!", Shape.Text()), ("from-text!", Shape.Text()), ("when", When(codes)), ("then", Then(codes)), ("except", Shape.OneOrMore(Shape.Text())),
        ("elsewhere", Shape.Text())))));

    private static JsonObject When(SchemaCodes codes) => Shape.Map(
        ("from", Shape.OneOrMore(codes.Kind())), ("to", Shape.OneOrMore(codes.Kind())), ("purpose", Shape.OneOrMore(codes.Purpose())), ("by", SchemaCodes.Initiatives()),
        ("profiles", codes.Profiles()), ("rol", Shape.OneOrMore(Shape.Of(CodeWords.Rollen))), ("grounds", Shape.OneOrMore(codes.Ground())), ("origin", SchemaCodes.Origins()),
        ("emergency", Shape.Flag()));

    private static JsonObject Then(SchemaCodes codes) => Shape.Map(
        ("deny", Shape.Flag()), ("never", Shape.OneOrMore(Shape.Of(["all", .. CodeWords.Categories]))), ("demands", SchemaCodes.Evidence()), ("obligations", SchemaCodes.Obligations()),
        ("at-most", Shape.Of(CodeWords.Levels)), ("grounds", Shape.OneOrMore(codes.Ground())), ("property", Shape.Of(DecisionProperties.Words)));
}
