namespace ConvenantGateway.Filter;

/// <summary>One R4 resource, data or backbone type.</summary>
/// <param name="Name">E.g. <c>Patient</c>, <c>HumanName</c>, <c>Patient.contact</c>.</param>
/// <param name="Form">Its JSON form.</param>
/// <param name="Elements">Its elements, inherited ones first; empty for a primitive.</param>
internal sealed record CatalogueType(string Name, TypeForm Form, CatalogueElement[] Elements)
{
    /// <summary>True if the value is a JSON string, number or boolean.</summary>
    public bool IsPrimitive => Form >= TypeForm.Text;
}
