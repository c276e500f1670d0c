using System.Text.Json.Nodes;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;
using Hl7.Fhir.Utility;

namespace ConvenantGateway.Filter.Tests;

/// <summary>Valid R4 at random, from the SDK's mappings: all mandatory elements, some of the others, siblings with extensions, several items.</summary>
internal sealed class RandomResource(Random random)
{
    private static readonly ModelInspector Inspector = ModelInfo.ModelInspector;
    private static readonly string[] Systems = ["http://a", "http://b", "http://terminology.hl7.org/CodeSystem/v3-ObservationValue"];
    private static readonly string[] Urls = ["http://x", "http://y"];
    private static readonly string[] Words = ["alfa", "bèta", "gam\"ma", "delta/1", "\ud83d\ude00"];

    private static readonly HashSet<string> Left = new(StringComparer.Ordinal) { "contained", "implicitRules", "modifierExtension", "div" };

    public JsonObject Make(string type)
    {
        var resource = Object(Inspector.FindClassMapping(type)!, 0);
        resource.Insert(random.Next(3) == 0 ? resource.Count : 0, "resourceType", type);
        return resource;
    }

    private JsonObject Object(ClassMapping type, int depth)
    {
        var node = new JsonObject();
        while (node.Count == 0)
        {
            foreach (var element in type.PropertyMappings.Where(static p => !p.RepresentsValueElement && !Left.Contains(p.Name) && p.FhirTypeMappings is not [{ Name: "Narrative" }]).OrderBy(_ => random.Next()))
            {
                var chance = depth == 0 ? 2 : 2 + (depth * 2);
                if (element.IsMandatoryElement || (depth < 4 && random.Next(element.Name is "extension" or "id" ? 6 : chance) == 0))
                {
                    Add(node, element, depth);
                }
            }

            if (depth >= 4 && node.Count == 0 && type.PropertyMappings.FirstOrDefault(static p => p.FhirTypeMappings is [{ IsFhirPrimitive: true }] && p.Name is not "id" && !p.RepresentsValueElement) is { } simple)
            {
                Add(node, simple, depth);
            }
            else if (node.Count == 0 && depth >= 4)
            {
                node["id"] = "i";
            }
        }

        if (type.Name == "Extension")
        {
            // ext-1: an extension has a value or extensions, not both.
            foreach (var name in node.Select(static p => p.Key).Where(static k => k is not ("url" or "id")).ToList())
            {
                node.Remove(name);
            }

            node["valueString"] = Words[random.Next(Words.Length)];
        }

        return node;
    }

    private void Add(JsonObject node, PropertyMapping element, int depth)
    {
        var type = element.FhirTypeMappings[random.Next(element.FhirTypeMappings.Count)];
        if (depth > 2 && element.Choice == ChoiceType.DatatypeChoice)
        {
            type = element.FhirTypeMappings.FirstOrDefault(static t => t.IsFhirPrimitive) ?? type;
        }

        var name = element.Choice == ChoiceType.DatatypeChoice ? element.Name + char.ToUpperInvariant(type.Name[0]) + type.Name[1..] : element.Name;
        if (!type.IsFhirPrimitive)
        {
            node[name] = element.IsCollection ? new JsonArray([.. Many().Select(_ => Object(type, depth + 1))]) : Object(type, depth + 1);
            return;
        }

        var hasSibling = depth < 3 && random.Next(4) == 0 && !(element.Name is "id" or "url");
        if (!element.IsCollection)
        {
            node[name] = Value(element, type);
            if (hasSibling)
            {
                if (random.Next(3) == 0 && name != "reference")
                {
                    node.Remove(name);
                }

                node["_" + name] = new JsonObject { ["extension"] = new JsonArray(Extension()) };
            }

            return;
        }

        var values = Many().Select(_ => (JsonNode?)Value(element, type)).ToList();
        if (hasSibling)
        {
            var siblings = values.Select(_ => random.Next(2) == 0 ? null : (JsonNode?)new JsonObject { ["extension"] = new JsonArray(Extension()) }).ToList();
            siblings[0] ??= new JsonObject { ["extension"] = new JsonArray(Extension()) };
            values = [.. values.Select((v, i) => siblings[i] is not null && random.Next(2) == 0 && values.Count > 1 ? null : v)];
            if (values.TrueForAll(static v => v is null))
            {
                values[0] = Value(element, type);
            }

            if (random.Next(2) == 0)
            {
                node["_" + name] = new JsonArray([.. siblings]);
                node[name] = new JsonArray([.. values]);
                return;
            }

            node[name] = new JsonArray([.. values]);
            node["_" + name] = new JsonArray([.. siblings]);
            return;
        }

        node[name] = new JsonArray([.. values]);
    }

    private JsonObject Extension() => new() { ["url"] = Urls[random.Next(Urls.Length)], ["valueString"] = Words[random.Next(Words.Length)] };

    private IEnumerable<int> Many() => Enumerable.Range(0, 1 + random.Next(3));

    private JsonNode Value(PropertyMapping element, ClassMapping type)
    {
        if (element.ImplementingType is { IsGenericType: true } code && code.GetGenericArguments()[0] is { IsEnum: true } values)
        {
            var all = Enum.GetValues(values);
            return ((Enum)all.GetValue(random.Next(all.Length))!).GetLiteral()!;
        }

        return type.Name switch
        {
            "boolean" => random.Next(2) == 0,
            "integer" or "positiveInt" or "unsignedInt" => 1 + random.Next(9),
            "decimal" => JsonNode.Parse(random.Next(2) == 0 ? "0.10" : "1e2")!,
            "date" => "2009-06-01",
            "dateTime" => "2009-06-01T10:00:00+02:00",
            "instant" => "2009-06-01T10:00:00.000Z",
            "time" => "10:00:00",
            "uri" or "url" or "canonical" when element.Name == "system" => Systems[random.Next(Systems.Length)],
            "uri" or "url" or "canonical" => Urls[random.Next(Urls.Length)],
            "oid" => "urn:oid:1.2.3",
            "uuid" => "urn:uuid:0198c1f0-0000-7000-8000-000000000001",
            "base64Binary" => "AAAA",
            "id" => "id-1",
            "code" => "kode",
            "string" when element.Name == "reference" => random.Next(2) == 0 ? "Patient/1" : "Patient/2",
            _ => Words[random.Next(Words.Length)],
        };
    }
}
