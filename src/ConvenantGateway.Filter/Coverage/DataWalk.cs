using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>Walks one resource as the filter would, and counts instead of cutting.</summary>
internal sealed class DataWalk(LeafCounts counts)
{
    private const int MaxWord = 200;

    private static readonly CatalogueType ElementType = new(
        "Element", TypeForm.Complex, [new("id", false, false, false, false, ["string"]), new("extension", true, false, false, false, ["Extension"])]);

    /// <summary>Every property of an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="type">Its type.</param>
    /// <param name="lines">The lines that speak of what is in it.</param>
    /// <param name="inherited">The line around it.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="isRoot">True for the resource.</param>
    public void Object(JsonElement value, CatalogueType type, LineTree? lines, ElementRule? inherited, string path, bool isRoot)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (isRoot && property.Name == "resourceType")
            {
                continue;
            }

            var isSibling = property.Name.StartsWith('_');
            var name = isSibling ? property.Name[1..] : property.Name;
            if (Find(type, name) is not var (element, elementType))
            {
                counts.All(property.Value, $"{path}.{Word(property.Name)}", CoverageState.Unknown, "");
                continue;
            }

            var own = lines?.Child(name) ?? lines?.Child(element.Name);
            var rule = own?.Line ?? (inherited is { Kind: not ElementKind.Withheld } && IsNeverInherited(type, element, isRoot) ? null : inherited);
            var around = isSibling && rule is not { Kind: ElementKind.Withheld } ? null : rule;
            Element(property.Value, isSibling ? ElementType : elementType, own, around, $"{path}.{element.Name}");
        }
    }

    private void Element(JsonElement value, CatalogueType? type, LineTree? own, ElementRule? rule, string path)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Element(item, type, own, rule, path);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object && type is { IsPrimitive: false, Form: not TypeForm.Resource, Name: not "Narrative" })
        {
            Complex(value, type, own, rule, path);
        }
        else
        {
            counts.All(value, path, ElementCoverage.StateOf(rule), ElementCoverage.WordOf(rule));
        }
    }

    private void Complex(JsonElement value, CatalogueType type, LineTree? own, ElementRule? rule, string path)
    {
        var slice = own?.Slices.OrderByDescending(static s => s.Conditions.Length).FirstOrDefault(s => s.Conditions.All(c => Matches(value, c)));
        if (type.Name == "Extension")
        {
            var url = value.TryGetProperty("url", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
            path = $"{path}[url={Url(url)}]";
            if (slice?.Tree is null)
            {
                // Inside an element that a line withholds it is withheld too; a line that withholds all extensions of a place says nothing of this one.
                var isInside = own?.Line is null && rule is { Kind: ElementKind.Withheld };
                counts.All(value, path, isInside ? CoverageState.Withheld : CoverageState.Unknown, isInside ? "withheld" : "");
                return;
            }
        }

        var tree = slice?.Tree ?? own;
        Object(value, type, tree, slice?.Tree?.Line ?? rule, path, isRoot: false);
    }

    private static bool Matches(JsonElement value, SliceCondition condition) =>
        value.TryGetProperty(condition.Child, out var child) && child.ValueKind == JsonValueKind.String && child.ValueEquals(condition.Value);

    private static bool IsNeverInherited(CatalogueType type, CatalogueElement element, bool isRoot) =>
        isRoot || element.Name is "id" or "extension" or "modifierExtension" || (type.Name == "Reference" && element.Name is ("display" or "identifier"));

    private static (CatalogueElement Element, CatalogueType? Type)? Find(CatalogueType type, string name)
    {
        foreach (var element in type.Elements)
        {
            foreach (var one in element.Types)
            {
                if (element.JsonName(one) == name)
                {
                    return (element, R4Catalogue.Find(one));
                }
            }
        }

        return null;
    }

    /// <summary>A name as R4 could write it, or <c>?</c>: what stands in data under no known name may be anything.</summary>
    private static string Word(string name) => name.Length is > 0 and <= 64 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') ? name : "?";

    /// <summary>The url of an extension without anything that could carry a value.</summary>
    private static string Url(string url) =>
        url.Length <= MaxWord && (Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri is { Query: "", Fragment: "", UserInfo: "" } : Word(url) == url) ? url : "?";
}
