using System.Collections.Frozen;
using System.Text;

namespace ConvenantGateway.Filter;

/// <summary>
/// All R4 types and their elements, from the committed table <c>r4-elements.txt</c> that a test regenerates from the FHIR SDK and compares. One line per type:
/// <c>D Patient: identifier*=Identifier active?!=boolean</c>. Kind <c>D</c> DomainResource, <c>R</c> other resource, <c>B</c> backbone, <c>E</c> data type, <c>P</c> primitive; <c>?</c> 0..1,
/// <c>1</c> 1..1, <c>*</c> 0..*, <c>+</c> 1..*; <c>!</c> modifier; <c>@</c> choice. Immutable.
/// </summary>
internal static class R4Catalogue
{
    private static readonly CatalogueElement ElementId = new("id", false, false, false, false, ["string"]);
    private static readonly CatalogueElement Extension = new("extension", true, false, false, false, ["Extension"]);
    private static readonly CatalogueElement ModifierExtension = new("modifierExtension", true, false, true, false, ["Extension"]);

    private static readonly CatalogueElement[] OfElement = [ElementId, Extension];
    private static readonly CatalogueElement[] OfBackbone = [ElementId, Extension, ModifierExtension];

    private static readonly CatalogueElement[] OfResource =
    [
        new("id", false, false, false, false, ["id"]),
        new("meta", false, false, false, false, ["Meta"]),
        new("implicitRules", false, false, true, false, ["uri"]),
        new("language", false, false, false, false, ["code"]),
    ];

    private static readonly CatalogueElement[] OfDomainResource =
    [
        .. OfResource,
        new("text", false, false, false, false, ["Narrative"]),
        new("contained", true, false, false, false, ["Resource"]),
        Extension,
        ModifierExtension,
    ];

    private static readonly FrozenDictionary<string, CatalogueType> Types = Read();

    private static readonly FrozenDictionary<string, CatalogueType>.AlternateLookup<ReadOnlySpan<char>> ByName = Types.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A type by name; null if R4 has none.</summary>
    public static CatalogueType? Find(string name) => Types.GetValueOrDefault(name);

    /// <summary>A type by its name in UTF-8; null if R4 has none.</summary>
    public static CatalogueType? Find(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[64];
        return name.Length <= text.Length && Encoding.UTF8.TryGetChars(name, text, out var length) && ByName.TryGetValue(text[..length], out var type) ? type : null;
    }

    /// <summary>The names of all resource types.</summary>
    public static IEnumerable<string> ResourceNames => Types.Values.Where(static t => t.Form == TypeForm.Resource).Select(static t => t.Name);

    private static FrozenDictionary<string, CatalogueType> Read()
    {
        using var stream = typeof(R4Catalogue).Assembly.GetManifestResourceStream("r4-elements.txt")
            ?? throw new InvalidOperationException("the element table is missing from the build");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var types = new Dictionary<string, CatalogueType>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ');
            var name = parts[1].TrimEnd(':');
            var own = parts.Skip(2).Select(ReadElement);
            types.Add(name, parts[0] switch
            {
                "D" => new CatalogueType(name, TypeForm.Resource, [.. OfDomainResource, .. own]),
                "R" => new CatalogueType(name, TypeForm.Resource, [.. OfResource, .. own]),
                "B" => new CatalogueType(name, TypeForm.Complex, [.. OfBackbone, .. own]),
                "E" => new CatalogueType(name, TypeForm.Complex, [.. OfElement, .. own]),
                _ => new CatalogueType(name, FormOf(name), []),
            });
        }

        return types.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static TypeForm FormOf(string primitive) => primitive switch
    {
        "boolean" => TypeForm.Boolean,
        "decimal" or "integer" or "positiveInt" or "unsignedInt" => TypeForm.Number,
        _ => TypeForm.Text,
    };

    private static CatalogueElement ReadElement(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var end = text.AsSpan(0, equals).IndexOfAny("?1*+");
        var flags = text.AsSpan(end, equals - end);
        return new CatalogueElement(
            text[..end], flags[0] is '*' or '+', flags[0] is '1' or '+', flags.Contains('!'), flags.Contains('@'), text[(equals + 1)..].Split(','));
    }
}
