using System.Collections.Frozen;
using ConvenantGateway.Policy;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;

namespace ConvenantGateway.Intake;

/// <summary>The names of properties that R4 has anywhere. Any other name in a message is text of the sender, and issue text holds none of that: a surname can be a name of a property too. Thread safe.</summary>
internal static class R4Names
{
    private static readonly FrozenSet<string> All = ModelInfo.ModelInspector.ClassMappings.SelectMany(static c => c.PropertyMappings).SelectMany(NamesOf).ToFrozenSet(StringComparer.Ordinal);

    private static readonly int Longest = All.Max(static n => n.Length) + 2;

    /// <summary>The name, if R4 has it; else <c>?</c>.</summary>
    public static string Shown(string name) => All.Contains(name.StartsWith('_') ? name[1..] : name) ? name : "?";

    /// <summary>The name of R4 that was probably meant; null if none is near. A name longer than any of R4 means none.</summary>
    public static string? Meant(string name) => name.Length <= Longest && Shown(name) == "?" ? Nearest.Find(name, All) : null;

    private static IEnumerable<string> NamesOf(PropertyMapping property) => property.Choice == ChoiceType.DatatypeChoice
        ? property.FhirTypeMappings.Select(t => property.Name + char.ToUpperInvariant(t.Name[0]) + t.Name[1..]).Prepend(property.Name)
        : [property.Name];
}
