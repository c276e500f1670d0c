using System.Text.Json.Nodes;

namespace ConvenantGateway.Policy;

/// <summary>The schemas of the Wegwijzer: the plan of a group, and the outcomes of all. That every way ends is for <c>policy check</c>.</summary>
internal sealed class WegwijzerShapes(SchemaCodes codes)
{
    public JsonObject Plan() => Shape.Map(
        ("group!", Shape.Text()), ("title!", Shape.Text()), ("english!", Shape.Text()), ("kinds!", Shape.OneOrMore(codes.Kind())), ("start!", Shape.Text()),
        ("steps!", Shape.List(Shape.AnyOf(YesNo(), Choice(), Fact()))));

    public JsonObject Outcomes() => Shape.Map(
        ("notice!", Shape.Text()), ("notice-english!", Shape.Text()),
        ("outcomes!", Shape.List(Shape.Map(
            ("code!", Shape.Of(WegwijzerWords.Outcomes)), ("title!", Shape.Text()), ("english!", Shape.Text()), ("advice!", Shape.Text()), ("advice-english!", Shape.Text()),
            ("grounds!", Grounds())))));

    private JsonObject YesNo() => Step(
        "yes-no",
        Shape.Bounded(Shape.List(Shape.With(Shape.Map([("answer!", Shape.Of(["ja", "nee"])), ("label", Shape.Text()), ("english", Shape.Text()), ("text", Shape.Flag()), .. Answer()]), ("label", "english"), ("advice", "advice-english"))), 2, 2),
        ("criterion", Shape.Number(1, WegwijzerWords.Criteria)));

    private JsonObject Choice() => Step(
        "choice",
        Shape.Bounded(Shape.List(Shape.With(Shape.Map([("answer!", Shape.Text()), ("label!", Shape.Text()), ("english!", Shape.Text()), ("text", Shape.Flag()), .. Answer()]), ("advice", "advice-english"))), 2));

    private JsonObject Fact() => Step(
        "fact",
        Shape.Bounded(Shape.List(Shape.With(Shape.Map([("answer!", Shape.Text()), ("label!", Shape.Text()), ("english!", Shape.Text()), ("when", When()), .. Answer()]), ("advice", "advice-english"))), 2));

    private static JsonObject Step(string kind, JsonObject answers, params (string, JsonObject)[] more) => Shape.With(
        Shape.Map([
            ("id!", Shape.Text()), ("kind!", Shape.Const(kind)), ("question!", Shape.Text()), ("english!", Shape.Text()), ("help", Shape.Text()), ("help-english", Shape.Text()),
            ("states", Shape.OneOrMore(Shape.Of(WegwijzerWords.Statements))), .. more, ("answers!", answers), ("mark!", Shape.Of(WegwijzerWords.Marks)),
            ("sources!", Shape.Bounded(Shape.List(Shape.AnyOf(
                Shape.Map(("norm!", Shape.Text())),
                Shape.Map(("law!", Shape.Text()), ("article!", Shape.Text()), ("text!", Shape.Date())))), 1)),
        ]),
        ("help", "help-english"));

    private (string, JsonObject)[] Answer() => [("next!", Shape.Text()), ("grounds", Grounds()), ("advice", Shape.Text()), ("advice-english", Shape.Text())];

    private JsonObject When() => Shape.Map(
        ("recipient", Shape.OneOrMore(codes.Kind())), ("purpose", Shape.OneOrMore(codes.Purpose())), ("profiles", codes.Profiles()),
        ("given", Shape.OneOrMore(Shape.Matching("^[^=]+=[^=]+$"))));

    private JsonObject Grounds() => Shape.OneOrMore(codes.Ground());
}
