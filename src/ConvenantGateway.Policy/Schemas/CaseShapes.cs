using System.Text.Json.Nodes;

namespace ConvenantGateway.Policy;

/// <summary>The schema of cases.</summary>
internal static class CaseShapes
{
    public static JsonObject File(SchemaCodes codes) => Shape.Map(("covenant", Shape.Text()), ("layer", Shape.Const(StatuteSnapshot.Id)), ("cases!", Shape.List(Case(codes))));

    private static JsonObject Case(SchemaCodes codes) => Shape.Map(
        ("id!", Shape.Text()), ("title!", Shape.Text()), ("request!", Request(codes)), ("persons", Shape.List(Person())), ("verdict!", Shape.Of(["permit", "deny"])),
        ("rules", Shape.OneOrMore(Shape.Text())), ("obligations", Shape.OneOrMore(Shape.Text())), ("unmet", Shape.OneOrMore(Shape.Text())), ("warnings", SchemaCodes.Evidence()),
        ("errors", Shape.Number(0, 100)), ("boundaries", Boundaries(codes)), ("note", Shape.Text()));

    private static JsonObject Request(SchemaCodes codes) => Shape.Map(
        ("from!", Shape.Text()), ("to!", Shape.Text()), ("purpose!", codes.Purpose()), ("by!", Shape.Of(CodeWords.Initiatives)), ("ground", codes.Ground()), ("date", Shape.Date()),
        ("evidence", SchemaCodes.Evidence()), ("emergency", Shape.Flag()));

    private static JsonObject Person() => Shape.Map(
        ("rol!", Shape.OneOrMore(Shape.Of(["onbekend", .. CodeWords.Rollen]))), ("consent", SchemaCodes.Categories()), ("released", SchemaCodes.Categories()),
        ("level", Shape.Of(CodeWords.Levels)), ("origin", SchemaCodes.Origins()));

    private static JsonObject Boundaries(SchemaCodes codes) => Shape.Map(
        ("rules", Shape.OneOrMore(Shape.Text())), ("from", Shape.OneOrMore(codes.Kind())), ("to", Shape.OneOrMore(codes.Kind())), ("purpose", Shape.OneOrMore(codes.Purpose())), ("first", Shape.Date()), ("last", Shape.Date()),
        ("evidence", Shape.Const("minimal")));
}
