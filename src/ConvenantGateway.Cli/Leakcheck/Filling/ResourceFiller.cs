using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>
/// Fills every element that R4 gives a type with canaries: data types to their last leaf, <c>_x</c>, extensions with every type of value, narrative, <c>contained</c>, one item for every slice that a line names
/// and one for none. Driven by the catalogue, so that an element cannot be forgotten. A type does not nest in itself. Not thread safe.
/// </summary>
internal sealed class ResourceFiller(CanaryBook book, IReadOnlyDictionary<string, ElementClassification> elements)
{
    private const string OriginSystem = "https://convenantgateway.nl/fhir/CodeSystem/herkomst";
    private const string RolSystem = "https://convenantgateway.nl/fhir/CodeSystem/betrokkene-rol";
    private const string CategorySystem = "https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie";

    private static readonly string[] ToThePerson = ["subject", "patient", "for", "target", "individual"];
    private static readonly string[] ContainedTypes = ["Observation", "Organization"];

    private readonly LeafValues _leaves = new(book);
    private int _extensions;

    // Reading the catalogue makes new objects; there are a thousand asks for each resource.
    private static readonly ConcurrentDictionary<string, R4Type?> Known = new(StringComparer.Ordinal);

    /// <summary>How many variants show every choice of a type once.</summary>
    public static int VariantsOf(string type) => Find(type)!.Elements
        .Max(e => e.IsChoice ? e.Types.Length : e.Types is [var only] && only != type && only.StartsWith(type + ".", StringComparison.Ordinal) ? VariantsOf(only) : 2);

    /// <summary>A resource of a type.</summary>
    public JsonObject Fill(string type, FillPlan plan)
    {
        elements.TryGetValue(type, out var classification);
        var resource = Object(Find(type)!, type, classification is null ? [] : Line.Of(classification), null, plan, [type]);
        resource.Insert(0, "resourceType", type);
        if (classification is not null && !plan.Home.Class.IsEmpty && classification.ClassRules.Any(static r => r.Code == "*"))
        {
            Label(resource, classification.ClassRules.First(static r => r.Code == "*").Path, plan.Home.Class);
        }

        return resource;
    }

    private static R4Type? Find(string name) => Known.GetOrAdd(name, R4Elements.Find);

    private JsonObject Object(R4Type type, string path, ImmutableArray<Line> lines, ElementRule? inherited, FillPlan plan, ImmutableList<string> nest)
    {
        var node = new JsonObject();
        foreach (var element in type.Elements)
        {
            var choice = ChoiceOf(type, element, plan, nest);
            if (!IsWanted(type, element, choice, plan, nest))
            {
                continue;
            }

            var name = element.JsonName(choice);
            var own = lines.Where(l => l.Steps[0].Name == name).ToImmutableArray();
            own = own.IsEmpty ? [.. lines.Where(l => l.Steps[0].Name == element.Name)] : own;
            var plain = own.FirstOrDefault(static l => l is { Steps: [{ Conditions.IsEmpty: true }] })?.Rule ?? Inherit(type, element, inherited, nest.Count);
            var place = $"{path}.{name}";
            if (Find(choice) is not { } target || choice == "Resource")
            {
                node[name] = Contained(place, plan);
            }
            else if (target.IsPrimitive)
            {
                Primitive(node, type, element, name, choice, place, plain, own, plan with { IsDeep = plan.IsDeep && nest.Count <= 3 });
            }
            else
            {
                if (Complex(element, target, place, own, plain, plan, nest) is { } value)
                {
                    node[name] = value;
                }
            }
        }

        return node;
    }

    /// <summary>Extensions of the resource and of its own elements take every type in turn, deeper ones text.</summary>
    private string ChoiceOf(R4Type type, R4Element element, FillPlan plan, ImmutableList<string> nest) =>
        !element.IsChoice ? element.Types[0]
        : type.Name != "Extension" ? element.Types[plan.Variant % element.Types.Length]
        : nest.Count <= 3 ? element.Types[_extensions++ % element.Types.Length]
        : "string";

    private static bool IsWanted(R4Type type, R4Element element, string choice, FillPlan plan, ImmutableList<string> nest)
    {
        if (element.IsMandatory)
        {
            return true;
        }

        if (element.Name == "contained")
        {
            return plan.IsDeep && nest.Count == 1 && plan.Variant == 0;
        }

        // A reference to a person is what makes a resource about that person: only where that is meant. Intake reads every member of this name as one.
        if (element.Name == "reference")
        {
            return false;
        }

        // An implicit rule or an extension that changes the meaning is refused or takes everything with it: one variant shows that.
        if (element.Name is "implicitRules" or "modifierExtension")
        {
            return plan is { IsDeep: true, Variant: 1 } && nest.Count < 4 && !nest.Contains("Extension");
        }

        if (choice == "Extension")
        {
            return plan.IsDeep && !nest.Contains("Extension") && nest.Count < 4;
        }

        // A group that holds itself (Consent.provision) is filled twice, any other type once.
        // Inside an extension one level is enough: all of it shares one fate.
        return Find(choice)!.IsPrimitive
            || (nest.Count < 6 && nest.Count(n => n == choice) < (choice == type.Name ? 2 : 1) && (nest.IndexOf("Extension") is not (>= 0 and var at) || at == nest.Count - 1));
    }

    private void Primitive(
        JsonObject node, R4Type type, R4Element element, string name, string choice, string place, ElementRule? rule, ImmutableArray<Line> own, FillPlan plan)
    {
        if (node.ContainsKey(name))
        {
            return;
        }

        var (fate, category) = Line.FateOf(rule);
        var value = _leaves.Make(choice, type.Name, element.Name, place, plan.Home, fate, category);
        node[name] = element.IsArray ? new JsonArray(value) : value;
        if (!plan.IsDeep || choice == "xhtml" || type.Name == "Extension" || element.Name == "id")
        {
            return;
        }

        var inside = own.Where(static l => l.Steps.Length > 1 && l.Steps[1].Name == "extension").Select(static l => l.Tail()).ToImmutableArray();
        var sibling = new JsonObject
        {
            ["id"] = book.Text($"{place}.id", plan.Home, CanaryFate.Never),
            ["extension"] = new JsonArray([.. Slices(inside).Select(s => PrimitiveExtension(place, s, inside, plan))]),
        };
        node["_" + name] = element.IsArray ? new JsonArray(sibling) : sibling;
    }

    private JsonObject PrimitiveExtension(string place, LineStep? slice, ImmutableArray<Line> lines, FillPlan plan)
    {
        var (fate, category) = Line.FateOf(lines.FirstOrDefault(l => slice is not null && l.Steps.Length == 1 && l.Steps[0].Slice == slice.Slice)?.Rule);
        return new JsonObject
        {
            ["url"] = slice?.Conditions[0].Value ?? book.Text($"{place}.extension.url", plan.Home, CanaryFate.Never),
            ["valueString"] = book.Text($"{place}.extension.valueString", plan.Home, fate, category),
        };
    }

    private JsonNode? Complex(
        R4Element element, R4Type target, string place, ImmutableArray<Line> own, ElementRule? plain, FillPlan plan, ImmutableList<string> nest)
    {
        var slices = Slices(own).Where(static s => s?.Conditions[0].Value != OriginSystem).ToList();
        if (!element.IsArray)
        {
            return One(slices[plan.Variant % slices.Count], element, target, place, own, plain, plan, nest) is { Count: > 0 } one ? one : null;
        }

        var items = slices.Select(s => One(s, element, target, place, own, plain, plan, nest)).Where(static n => n.Count > 0).ToArray();
        return items.Length > 0 ? new JsonArray([.. items]) : null;
    }

    private JsonObject One(
        LineStep? slice, R4Element element, R4Type target, string place, ImmutableArray<Line> own, ElementRule? plain, FillPlan plan, ImmutableList<string> nest)
    {
        var mine = own.Where(l => slice is null ? l.Steps[0].Conditions.IsEmpty : l.Steps[0].Slice == slice.Slice).ToImmutableArray();
        var rule = (slice is null ? null : mine.FirstOrDefault(static l => l.Steps.Length == 1)?.Rule) ?? plain;
        var inside = mine.Where(static l => l.Steps.Length > 1).Select(static l => l.Tail()).ToImmutableArray();
        var node = Object(target, place, inside, rule, plan, nest.Add(target.Name));
        foreach (var (child, value) in slice?.Conditions ?? [])
        {
            node[child] = value;
        }

        if (slice is null)
        {
            // The item of no slice must not be one by chance of its required code.
            foreach (var (child, _) in own.SelectMany(static l => l.Steps[0].Conditions).Where(c => node[c.Child]?.ToString() == c.Value))
            {
                node.Remove(child);
            }
        }

        if (slice?.Conditions[0].Value == RolSystem)
        {
            node["code"] = plan.Home.Rol.ToString().ToLowerInvariant() is var rol && rol == "kindgetuige" ? "kind-getuige" : rol;
        }

        if (slice?.Conditions[0].Value.EndsWith("/bsn", StringComparison.Ordinal) == true)
        {
            var (fate, category) = Line.FateOf(rule);
            node["value"] = book.Nine($"{place}.value", plan.Home, fate, category);
        }

        if (target.Name == "Reference" && Target(element, nest, plan) is { } reference)
        {
            node["reference"] = reference;
        }

        return node;
    }

    private static string? Target(R4Element element, ImmutableList<string> nest, FillPlan plan) =>
        nest.Count == 1 && ToThePerson.Contains(element.Name) ? plan.Subject
        : nest is ["ServiceRequest"] && element.Name == "reasonReference" ? plan.Reason
        : null;

    private JsonArray Contained(string place, FillPlan plan) =>
        [.. ContainedTypes.Select(type =>
        {
            // What lies inside another resource has no line: nothing of it may go on.
            var inner = Object(Find(type)!, $"{place}.{type}", [], null, plan with { IsDeep = false, Subject = "#" }, [type, "Resource"]);
            inner.Insert(0, "resourceType", type);
            return (JsonNode)inner;
        })];

    private static List<LineStep?> Slices(ImmutableArray<Line> own) =>
        [.. own.Where(static l => !l.Steps[0].Conditions.IsEmpty).Select(static l => l.Steps[0]).DistinctBy(static s => s.Slice), null];

    private static ElementRule? Inherit(R4Type type, R4Element element, ElementRule? inherited, int depth) => element.Name switch
    {
        "id" or "extension" or "modifierExtension" => null,
        "display" or "identifier" when type.Name == "Reference" => null,
        _ => depth == 1 ? null : inherited,
    };

    private static void Label(JsonObject resource, string path, CategorySet classes)
    {
        var steps = path.Split('.');
        JsonArray Codings() => [.. classes.Codes().Select(static code => (JsonNode)new JsonObject { ["system"] = CategorySystem, ["code"] = code })];
        switch (resource[steps[0]])
        {
            case JsonArray many:
                many.Add(new JsonObject { [steps[1]] = Codings() });
                break;
            case JsonObject one when one[steps[1]] is JsonArray there:
                foreach (var coding in Codings())
                {
                    there.Add(coding!.DeepClone());
                }

                break;
            default:
                throw new InvalidOperationException($"a label at `{path}` has no place");
        }
    }
}
