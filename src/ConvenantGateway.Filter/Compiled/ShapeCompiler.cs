using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>
/// Compiles the lines of one resource type against the R4 catalogue. A line for a complex element covers what R4 puts in it, except <c>extension</c>, <c>modifierExtension</c>, <c>id</c>, the
/// <c>display</c> and <c>identifier</c> of a Reference, narrative and nested resources: those need a line of their own. One instance per type.
/// </summary>
internal sealed class ShapeCompiler
{
    private static readonly CatalogueType ElementType = new(
        "Element", TypeForm.Complex, [new("id", false, false, false, false, ["string"]), new("extension", true, false, false, false, ["Extension"])]);

    private static readonly HashSet<string> PlainValues = new(StringComparer.Ordinal) { "Coding", "CodeableConcept", "Quantity", "Age", "Count", "Distance", "Duration", "Money", "Period", "Range", "Ratio" };

    private static readonly SliceCondition[] Subsetted =
        [new("system", "http://terminology.hl7.org/CodeSystem/v3-ObservationValue"), new("code", "SUBSETTED")];

    private readonly CutList _cuts = new();

    // Types without lines of their own, by what they inherit and where they stand. Places deeper than three steps share one shape and its cuts are reported at the third, or an
    // extension's fifty value types would be compiled anew at every turn, and a type that contains itself for ever.
    private readonly Dictionary<(string Type, uint Inherited, string Path), ObjectShape> _plain = [];

    private ShapeCompiler()
    {
    }

    /// <summary>Compiles one type.</summary>
    /// <exception cref="ArgumentException">The type or a path does not exist in R4.</exception>
    public static ResourceShape Compile(ElementClassification classification)
    {
        if (R4Catalogue.Find(classification.ResourceType) is not { Form: TypeForm.Resource } type)
        {
            throw new ArgumentException($"`{classification.ResourceType}` is not an R4 resource", nameof(classification));
        }

        if (PathCheck.Of(classification) is [var first, ..])
        {
            throw new ArgumentException(first.Message, nameof(classification));
        }

        var compiler = new ShapeCompiler();
        var inside = compiler.Object(type, LineTree.Of(classification), Requirement.Never, type.Name, isRoot: true);
        return new ResourceShape(
            Encoding.UTF8.GetBytes(type.Name),
            inside,
            compiler._cuts.ToImmutable(),
            classification.Elements.Any(static e => e.Kind == ElementKind.ResourceClass))
        {
            Name = type.Name,
            Codings = new CodingPaths(classification),
        };
    }

    private ObjectShape Object(CatalogueType type, LineTree? lines, uint inherited, string path, bool isRoot)
    {
        if (lines is null)
        {
            path = Shorten(path);
            if (_plain.TryGetValue((type.Name, inherited, path), out var known))
            {
                return known;
            }
        }

        var shape = new ObjectShape
        {
            UnknownId = _cuts.Add($"{path}.*", Requirement.Never),
            WithoutTarget = type.Name == "Reference" && lines is { HidesTarget: false } && lines.WithoutTarget() is { } left ? Object(type, left, Requirement.Never, path, isRoot: false) : null,
        };
        if (lines is null)
        {
            _plain.Add((type.Name, inherited, path), shape);
        }

        var place = new PlaceInType(type, path, isRoot) { HidesTarget = lines is { HidesTarget: true } };
        foreach (var element in type.Elements)
        {
            foreach (var typeName in element.Types)
            {
                Element(place, element, typeName, lines, inherited);
            }
        }

        if (isRoot)
        {
            place.Add("resourceType", (name, index) => new ElementShape { Name = name, Form = ElementForm.ResourceType, Required = 0, CutId = 0, Index = index });
        }

        shape.Seal(place.Elements, [.. place.Masks]);
        return shape;
    }

    private static string Shorten(string path)
    {
        var end = 0;
        for (var steps = 0; steps < 3; steps++)
        {
            end = path.IndexOf('.', end + 1);
            if (end < 0)
            {
                return path;
            }
        }

        return path[..end];
    }

    private void Element(PlaceInType place, CatalogueElement element, string typeName, LineTree? lines, uint inherited)
    {
        var type = R4Catalogue.Find(typeName);
        var jsonName = element.JsonName(typeName);
        var own = lines?.Child(jsonName) ?? lines?.Child(element.Name);
        var required = (own?.Line ?? lines?.Child(element.Name)?.Line) is { } line ? Requirement.Of(line) : Inherited(place, element, type, inherited);
        var path = $"{place.Path}.{element.Name}";
        var cut = _cuts.Add(path, required);
        if (type is null || type.Name is "Narrative" or "xhtml" || typeName == "Resource")
        {
            place.Add(jsonName, (name, index) => new ElementShape
            {
                Name = name,
                Form = ElementForm.Cut,
                Required = Requirement.Never,
                CutId = cut,
                Index = index,
                IsArray = element.IsArray,
                IsModifier = element.IsModifier,
            });
        }
        else if (type.IsPrimitive)
        {
            Primitive(place, element, type, jsonName, own, required, cut);
        }
        else
        {
            Complex(place, element, type, jsonName, own, required, cut);
        }
    }

    private void Primitive(PlaceInType place, CatalogueElement element, CatalogueType type, string jsonName, LineTree? own, uint required, int cut)
    {
        var mask = place.AddMask(element, jsonName, type);
        var isModifier = element.IsModifier || place.IsExtensionUrl(element);
        var value = place.Add(jsonName, (name, index) => new ElementShape
        {
            Name = name,
            Form = place.IsTarget(element) ? ElementForm.Target : required == Requirement.Never ? ElementForm.Cut : ElementForm.Primitive,
            Required = required,
            CutId = cut,
            Index = index,
            IsUniform = true,
            IsArray = element.IsArray,
            IsModifier = isModifier,
            Mask = mask,
            Token = type.Form,
        });
        var path = $"{place.Path}.{element.Name}";
        var inside = own is { HasChildren: true } ? Object(ElementType, own, Requirement.Never, path, isRoot: false) : null;
        var sibling = place.Add($"_{jsonName}", (name, index) => new ElementShape
        {
            Name = name,
            Form = inside is null ? ElementForm.Cut : ElementForm.Sibling,
            Required = required,
            CutId = _cuts.Add($"{path}.extension", Requirement.Never),
            Index = index,
            IsArray = element.IsArray,
            Mask = mask,
            Inside = inside,
        });
        if (inside is not null)
        {
            (value.Pair, sibling.Pair) = (sibling, value);
        }
    }

    private void Complex(PlaceInType place, CatalogueElement element, CatalogueType type, string jsonName, LineTree? own, uint required, int cut)
    {
        var path = $"{place.Path}.{element.Name}";
        var isRootMeta = place.IsRoot && element.Name == "meta";
        var lines = own is { HasChildren: true } ? own : null;
        var inside = required == Requirement.Never && lines is null && !isRootMeta ? null : Object(type, lines, required, path, isRoot: false);
        var slices = (own?.Slices ?? [])
            .OrderByDescending(static s => s.Conditions.Length)
            .Select(s => Slice(type, s.Conditions, s.Tree, required, path))
            .ToList();
        if (place.IsRootTag(element))
        {
            slices.Insert(0, new SliceShape(Subsetted, Requirement.Never, true, null, cut, IsSubsetted: true));
        }

        var subject = type.Name == "Reference" ? Requirement.OfSubject(own?.Line) : Requirement.Never;
        var subjectInside = subject == Requirement.Never ? null : Object(type, lines, subject, path, isRoot: false);
        place.Add(jsonName, (name, index) => new ElementShape
        {
            Name = name,
            SubjectRequired = subject,
            SubjectInside = subjectInside,
            Form = inside is null && slices.Count == 0 ? ElementForm.Cut : ElementForm.Complex,
            Required = required,
            CutId = cut,
            Index = index,
            IsUniform = !isRootMeta && (lines is null || lines.AsksAtLeast(required)),
            IsArray = element.IsArray,
            IsModifier = element.IsModifier,
            Mask = place.AddMask(element, jsonName, type),
            Inside = inside,
            Slices = slices.Count == 0 ? SliceSet.None : new SliceSet([.. slices]),
            Place = isRootMeta ? ElementPlace.Meta : place.IsRootTag(element) ? ElementPlace.Tag : ElementPlace.Other,
        });
    }

    private SliceShape Slice(CatalogueType type, SliceCondition[] conditions, LineTree tree, uint outer, string path)
    {
        var required = tree.Line is { } line ? Requirement.Of(line) : outer;
        var lines = tree.HasChildren ? tree : null;
        var inside = required == Requirement.Never && lines is null ? null : Object(type, lines, required, path, isRoot: false);
        return new SliceShape(conditions, required, lines is null || lines.AsksAtLeast(required), inside, _cuts.Add(path, required));
    }

    private static uint Inherited(PlaceInType place, CatalogueElement element, CatalogueType? type, uint inherited) => element.Name switch
    {
        // A line for an extension says what its plain value is. An address or a name in its place is another thing, whatever the url: it needs a line of its own.
        "value" when place.Type.Name == "Extension" && type is { IsPrimitive: false } && !PlainValues.Contains(type.Name) => Requirement.Never,
        "id" => place.IsRoot ? 0 : Requirement.Never,
        "extension" or "modifierExtension" => Requirement.Never,
        "display" or "identifier" when place.Type.Name == "Reference" => Requirement.Never,
        "versionId" or "lastUpdated" when place.IsInRoot && place.Type.Name == "Meta" => 0,
        _ => inherited,
    };
}
