using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>A canary in the form of a primitive type. A boolean and a required code cannot carry one.</summary>
internal sealed class LeafValues(CanaryBook book)
{
    /// <summary>The value; null if the type takes no canary and nothing else will do.</summary>
    public JsonNode Make(string type, string parent, string element, string path, CanaryHome home, CanaryFate fate, CategorySet category)
    {
        string Text() => book.Text(path, home, fate, category);
        string Number() => book.Number(path, home, fate, category);
        string Day() => book.Day(path, home, fate, category);
        return type switch
        {
            "boolean" => JsonValue.Create(true),
            "decimal" => JsonNode.Parse($"3.{book.Fraction(path, home, fate, category)}")!,
            "integer" or "positiveInt" or "unsignedInt" => JsonValue.Create(int.Parse(Number(), CultureInfo.InvariantCulture)),
            "date" when (parent, element) is ("Patient", "birthDate") => JsonValue.Create(book.Birth(path, home, fate, category)),
            "date" => JsonValue.Create(Day()),
            "dateTime" => JsonValue.Create($"{Day()}T03:04:05Z"),
            "instant" => JsonValue.Create($"{Day()}T03:04:05.006Z"),
            "time" => JsonValue.Create($"03:04:05.{book.Fraction(path, home, fate, category)}"),
            "base64Binary" => JsonValue.Create(Convert.ToBase64String(Encoding.ASCII.GetBytes(Text()))),
            "oid" => JsonValue.Create($"urn:oid:2.16.{Number()}"),
            "uuid" => JsonValue.Create($"urn:uuid:00000000-0000-4000-8000-{Number()}00"),
            "xhtml" => JsonValue.Create($"<div xmlns=\"http://www.w3.org/1999/xhtml\">{Text()}</div>"),
            "code" when RequiredCodes.Find(parent, element) is { } code => JsonValue.Create(code),
            _ when (parent, element) is ("Address", "postalCode") => JsonValue.Create(book.Postcode(path, home, fate, category)),
            _ when (parent, element) is ("ContactPoint", "value") => JsonValue.Create(book.Telephone(path, home, fate, category)),
            _ => JsonValue.Create(Text()),
        };
    }
}
