using System.Text;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;

namespace ConvenantGateway.Filter.Tests;

/// <summary>Makes the filter's element table from the FHIR SDK's own mappings.</summary>
internal static class CatalogueGenerator
{
    private static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "id", "extension", "modifierExtension",
    };

    private static readonly HashSet<string> InheritedByResources = new(StringComparer.Ordinal)
    {
        "id", "meta", "implicitRules", "language", "text", "contained", "extension", "modifierExtension",
    };

    public static string Generate()
    {
        var table = new StringBuilder();
        var types = ModelInfo.ModelInspector.ClassMappings
            // Generic types are mappings that the SDK adds while it is used: they are no types of R4, and would make the table depend on which test ran before.
            .Where(static c => !c.NativeType.IsAbstract && !c.Name.StartsWith("System.", StringComparison.Ordinal) && !c.Name.Contains('<', StringComparison.Ordinal))
            .OrderBy(static c => c.Name, StringComparer.Ordinal);
        foreach (var type in types)
        {
            var kind = KindOf(type);
            table.Append(kind).Append(' ').Append(type.Name).Append(':');
            if (kind != 'P')
            {
                var skip = kind is 'D' or 'R' ? InheritedByResources : Inherited;
                foreach (var element in type.PropertyMappings.Where(p => !skip.Contains(p.Name)).OrderBy(static p => p.Order))
                {
                    table.Append(' ').Append(Line(element));
                }
            }

            table.Append('\n');
        }

        return table.ToString();
    }

    private static char KindOf(ClassMapping type) =>
        type.IsFhirPrimitive ? 'P'
        : typeof(DomainResource).IsAssignableFrom(type.NativeType) ? 'D'
        : type.IsResource ? 'R'
        : type.FindMappedElementByName("modifierExtension") is not null ? 'B'
        : 'E';

    private static string Line(PropertyMapping element)
    {
        var occurs = (element.IsCollection, element.IsMandatoryElement) switch
        {
            (false, false) => '?',
            (false, true) => '1',
            (true, false) => '*',
            (true, true) => '+',
        };
        var isChoice = element.Choice == ChoiceType.DatatypeChoice;
        var names = element.FhirTypeMappings.Select(static t => t.Name).ToList();
        return $"{element.Name}{occurs}{(element.IsModifier ? "!" : "")}{(isChoice ? "@" : "")}={string.Join(',', names)}";
    }
}
