using System.Text.Json.Nodes;
using ConvenantGateway.Policy;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;

namespace ConvenantGateway.Filter.Tests;

/// <summary>
/// The same filter written plainly over objects and the SDK's own mappings instead of the committed table: slow, allocating, and easy to check by reading. Only for valid R4 without contained
/// resources.
/// </summary>
internal sealed class NaiveFilter(ElementClassification classification, FilterScope scope)
{
    private const string Masked = """{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}""";

    private static readonly ModelInspector Inspector = ModelInfo.ModelInspector;

    /// <summary>What is left, without the SUBSETTED tag; null if withheld whole.</summary>
    public JsonObject? Filter(JsonObject resource)
    {
        var followsClass = classification.Elements.Any(static e => e.Kind == ElementKind.ResourceClass);
        if (followsClass && (scope.ResourceClass.IsEmpty || !scope.Released.Contains(scope.ResourceClass)))
        {
            return null;
        }

        var lines = classification.Elements.Select(static e => new NaiveLine(PathStep.ReadAll(e.Path)!, e)).ToList();
        var type = Inspector.FindClassMapping(classification.ResourceType)!;
        return Object(resource, type, lines, null, depth: 0)?.Node;
    }

    private (JsonObject Node, bool Any)? Object(JsonObject source, ClassMapping type, List<NaiveLine> lines, ElementRule? inherited, int depth)
    {
        var left = new JsonObject();
        var any = false;
        var masks = new List<(string Name, JsonNode Value)>();
        var keptElements = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in source)
        {
            if (depth == 0 && name == "resourceType")
            {
                left[name] = value!.DeepClone();
                any = true;
                continue;
            }

            var isSibling = name.StartsWith('_');
            var jsonName = isSibling ? name[1..] : name;
            if (Find(type, jsonName) is not var (element, elementType))
            {
                continue;
            }

            var own = lines.Where(l => l.Steps[0].Name == jsonName).ToList();
            own = own.Count > 0 ? own : [.. lines.Where(l => l.Steps[0].Name == element.Name)];
            var rule = own.FirstOrDefault(static l => l.Steps.Count == 1 && l.Steps[0].Conditions.Length == 0)?.Rule
                ?? lines.FirstOrDefault(l => l.Steps.Count == 1 && l.Steps[0].Name == element.Name && l.Steps[0].Conditions.Length == 0)?.Rule ?? Inherit(type, element, elementType, inherited, depth);
            var kept = isSibling
                ? Sibling(value!, own, depth)
                : elementType.IsFhirPrimitive ? Primitive(value!, rule, element) : Complex(value!, elementType, own, rule, depth, element);
            var isUrl = type.Name == "Extension" && element.Name == "url";
            if (kept is not null)
            {
                left[name] = kept;
                any = true;
                keptElements.Add(jsonName);
            }
            else if ((element.IsModifier || isUrl) && (!isSibling || source[jsonName] is null))
            {
                return null;
            }
            else if (element.IsMandatoryElement && !element.IsModifier && !isUrl)
            {
                var mask = Mask(element, elementType);
                masks.Add((elementType.IsFhirPrimitive ? "_" + jsonName : jsonName, mask));
            }
        }

        if (!any)
        {
            return null;
        }

        foreach (var (name, mask) in masks.Where(m => !keptElements.Contains(m.Name.TrimStart('_'))))
        {
            left[name] = mask;
        }

        Align(left);
        return (left, any);
    }

    private static JsonNode Mask(PropertyMapping element, ClassMapping type)
    {
        var mask = (JsonObject)JsonNode.Parse(Masked)!;
        foreach (var inside in type.IsFhirPrimitive ? [] : type.PropertyMappings.Where(static p => p.IsMandatoryElement))
        {
            var insideType = inside.FhirTypeMappings[0];
            var name = inside.Choice == ChoiceType.DatatypeChoice ? inside.Name + char.ToUpperInvariant(insideType.Name[0]) + insideType.Name[1..] : inside.Name;
            mask[insideType.IsFhirPrimitive ? "_" + name : name] = Mask(inside, insideType);
        }

        return element.IsCollection ? new JsonArray(mask) : mask;
    }

    private JsonNode? Primitive(JsonNode value, ElementRule? rule, PropertyMapping element) => Allowed(rule) ? value.DeepClone() : null;

    private JsonNode? Sibling(JsonNode value, List<NaiveLine> own, int depth)
    {
        var inside = own.Where(static l => l.Steps.Count > 1).Select(static l => l.Tail()).ToList();
        JsonNode? One(JsonNode? item) => item is JsonObject one && Object(one, Inspector.FindClassMapping("string")!, inside, null, depth + 1) is { } kept ? kept.Node : null;
        if (value is not JsonArray many)
        {
            return One(value);
        }

        var items = many.Select(One).ToList();
        return items.Exists(static i => i is not null) ? new JsonArray([.. items]) : null;
    }

    private JsonNode? Complex(JsonNode value, ClassMapping type, List<NaiveLine> own, ElementRule? rule, int depth, PropertyMapping element)
    {
        if (type.Name is "Narrative" or "Resource")
        {
            return null;
        }

        JsonNode? One(JsonNode? item)
        {
            var node = (JsonObject)item!;
            var slices = own.Select(static l => l.Steps[0].Conditions).Where(static c => c.Length > 0).OrderByDescending(static c => c.Length).ToList();
            var slice = slices.Find(c => c.All(one => node[one.Child] is JsonValue text && text.TryGetValue<string>(out var s) && s == one.Value));
            var mine = own.Where(l => slice is null ? l.Steps[0].Conditions.Length == 0 : l.Steps[0].Conditions.SequenceEqual(slice)).ToList();
            var ruleHere = (slice is null ? null : mine.Find(static l => l.Steps.Count == 1)?.Rule) ?? rule;
            if (type.Name == "Reference" && node["reference"] is JsonValue reference
                && (reference.GetValue<string>().StartsWith('#') || scope.References?.IsReleased(System.Text.Encoding.UTF8.GetBytes(reference.GetValue<string>())) != true))
            {
                // Who it is by number or by name has a line of its own.
                var named = mine.Where(static l => l.Steps.Count > 1 && l.Steps[1].Name is "identifier" or "display").Select(static l => l.Tail()).ToList();
                return Object(node, type, named, null, depth + 1)?.Node;
            }

            var inside = mine.Where(static l => l.Steps.Count > 1).Select(static l => l.Tail()).ToList();
            return Object(node, type, inside, ruleHere, depth + 1) is { } kept ? kept.Node : null;
        }

        if (value is not JsonArray many)
        {
            return One(value);
        }

        var all = many.Select(One).ToList();
        if (element.IsModifier && all.Contains(null))
        {
            return null;
        }

        var items = all.Where(static i => i is not null).ToList();
        return items.Count > 0 ? new JsonArray([.. items]) : null;
    }

    /// <summary>Drops items of a repeating primitive that lost both halves; drops nulls that align with nothing.</summary>
    private static void Align(JsonObject node)
    {
        foreach (var name in node.Select(static p => p.Key).Where(static k => !k.StartsWith('_')).ToList())
        {
            if (node[name] is JsonArray values && values.All(static v => v is not JsonObject and not JsonArray) && (values.Contains(null) || node["_" + name] is JsonArray))
            {
                var siblings = node["_" + name] as JsonArray ?? [];
                var stays = Enumerable.Range(0, Math.Max(values.Count, siblings.Count)).Where(i => values.ElementAtOrDefault(i) is not null || siblings.ElementAtOrDefault(i) is not null).ToList();
                node[name] = new JsonArray([.. stays.Select(i => values.ElementAtOrDefault(i)?.DeepClone())]);
                if (node["_" + name] is JsonArray)
                {
                    node["_" + name] = new JsonArray([.. stays.Select(i => siblings.ElementAtOrDefault(i)?.DeepClone())]);
                }
            }
        }

        foreach (var name in node.Select(static p => p.Key).Where(k => k.StartsWith('_') && node[k] is JsonArray && node[k[1..]] is null).ToList())
        {
            // Alone: nulls only kept it aligned.
            node[name] = new JsonArray([.. ((JsonArray)node[name]!).Where(static i => i is not null).Select(static i => i!.DeepClone())]);
        }
    }

    private static ElementRule? Inherit(ClassMapping type, PropertyMapping element, ClassMapping elementType, ElementRule? inherited, int depth) => element.Name switch
    {
        "value" when type.Name == "Extension" && !elementType.IsFhirPrimitive && elementType.Name is not ("Coding" or "CodeableConcept" or "Quantity" or "Age" or "Count" or "Distance" or "Duration" or "Money" or "Period" or "Range" or "Ratio") => null,
        "id" => depth == 0 ? new ElementRule("id", ElementKind.Structure, default) : null,
        "extension" or "modifierExtension" => null,
        "display" or "identifier" when type.Name == "Reference" => null,
        "versionId" or "lastUpdated" when type.Name == "Meta" && depth == 1 => new ElementRule("meta", ElementKind.Structure, default),
        _ => inherited,
    };

    private bool Allowed(ElementRule? rule) => rule?.Kind switch
    {
        ElementKind.Structure => true,
        ElementKind.Category => !rule.Category.IsEmpty && scope.Released.Contains(rule.Category),
        ElementKind.ResourceClass => !scope.ResourceClass.IsEmpty && scope.Released.Contains(scope.ResourceClass),
        _ => false,
    };

    private static (PropertyMapping Element, ClassMapping Type)? Find(ClassMapping type, string jsonName)
    {
        foreach (var element in type.PropertyMappings.Where(static p => !p.RepresentsValueElement))
        {
            if (element.Choice == ChoiceType.DatatypeChoice)
            {
                foreach (var choice in element.FhirTypeMappings)
                {
                    if (jsonName == element.Name + char.ToUpperInvariant(choice.Name[0]) + choice.Name[1..])
                    {
                        return (element, choice);
                    }
                }
            }
            else if (element.Name == jsonName)
            {
                return (element, element.FhirTypeMappings[0]);
            }
        }

        return null;
    }
}
