namespace ConvenantGateway.Filter;

/// <summary>What stands in the place of a mandatory element that was cut: <c>data-absent-reason</c> <c>masked</c>, in it too where its type has mandatory elements of its own.</summary>
internal static class Mask
{
    private const string Reason = """
        "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]
        """;

    /// <summary>The JSON property, without a comma.</summary>
    public static string Property(CatalogueElement element, string jsonName, CatalogueType type)
    {
        var value = type.IsPrimitive ? $"{{{Reason}}}" : $"{{{string.Join(',', Inside(type).Prepend(Reason))}}}";
        return $"\"{(type.IsPrimitive ? "_" : "")}{jsonName}\":{(element.IsArray ? $"[{value}]" : value)}";
    }

    private static IEnumerable<string> Inside(CatalogueType type)
    {
        foreach (var element in type.Elements.Where(static e => e.IsMandatory))
        {
            if (R4Catalogue.Find(element.Types[0]) is { } first)
            {
                yield return Property(element, element.JsonName(first.Name), first);
            }
        }
    }
}
