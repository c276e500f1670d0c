using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ConvenantGateway.Policy;

/// <summary>The closed lists of a folder as schema parts; a new part at each call, for a node has one parent.</summary>
internal sealed class SchemaCodes(Vocabulary words, ImmutableArray<string> partners)
{
    public JsonObject Kind(bool any = false) => Shape.Of([.. Any(any), .. words.Kinds.Keys.Order(StringComparer.Ordinal)]);

    public JsonObject Purpose(bool any = false) => Shape.Of([.. Any(any), .. words.Purposes.Keys.Order(StringComparer.Ordinal)]);

    public JsonObject Ground() => Shape.Of(words.Grounds.Keys.Order(StringComparer.Ordinal));

    public JsonObject RetentionRow() => Shape.Of(words.Retention.Terms.Select(t => t.Id));

    public JsonObject Profile() => Shape.Of(words.Profiles.Select(p => p.Code));

    public JsonObject Partner() => Shape.Of(partners);

    public JsonObject Profiles() => Shape.Map(("from", Profile()), ("until", Profile()));

    public static JsonObject Category() => Shape.Of(CodeWords.Categories);

    public static JsonObject Categories() => Shape.OneOrMore(Category());

    public static JsonObject Evidence() => Shape.OneOrMore(Shape.Of(EvidenceWords.All));

    public static JsonObject Initiatives() => Shape.OneOrMore(Shape.Of(CodeWords.Initiatives));

    public static JsonObject Obligations() => Shape.OneOrMore(Shape.Of(ObligationWords.All));

    public static JsonObject Origins() => Shape.OneOrMore(Shape.Of(CodeWords.Origins));

    public static JsonObject Mark() => Shape.Of(["sourced", "derived"]);

    public static JsonObject Sources() => Shape.List(Shape.Map(("law!", Shape.Text()), ("article!", Shape.Text()), ("text!", Shape.Date())));

    private static string[] Any(bool any) => any ? ["any"] : [];
}
