namespace ConvenantGateway.Filter;

/// <summary>The R4 element catalogue for others to read: what the filter knows of each type, and nothing with which to make what the filter proves. Thread safe.</summary>
public static class R4Elements
{
    /// <summary>A resource, data, backbone or primitive type by its name, e.g. <c>Patient</c>, <c>HumanName</c>, <c>Patient.contact</c>, <c>string</c>.</summary>
    /// <returns>The type; null if R4 has none of the name.</returns>
    public static R4Type? Find(string name) => R4Catalogue.Find(name) is { } type
        ? new R4Type(type.Name, type.IsPrimitive, [.. type.Elements.Select(static e => new R4Element(e.Name, e.IsArray, e.IsMandatory, e.IsChoice, [.. e.Types]))])
        : null;
}
