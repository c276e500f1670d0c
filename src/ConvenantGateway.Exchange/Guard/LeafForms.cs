using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The forms of a leaf, by what its element says it is. Pure.</summary>
internal static class LeafForms
{
    private const string BsnSystem = "http://fhir.nl/fhir/NamingSystem/bsn";
    private const string BsnOid = "urn:oid:2.16.840.1.113883.2.4.6.3";

    /// <summary>True for a part of an Address.</summary>
    public static bool IsAddress(ResourceLeaf leaf) =>
        leaf.Key is "postalCode" or "line" || (leaf.Key is "text" && Has(leaf, "line", "postalCode", "city")) || leaf.Parent.EndsWith("ddress", StringComparison.Ordinal);

    /// <summary>True for the number or address of a ContactPoint.</summary>
    public static bool IsContact(ResourceLeaf leaf) =>
        leaf.Key == "value" && (leaf.Parent is "telecom" or "valueContactPoint" || Text(leaf, "system") is "phone" or "sms" or "fax" or "pager" or "email");

    /// <summary>True for a BSN.</summary>
    public static bool IsBsn(ResourceLeaf leaf) => leaf.Key == "value" && Text(leaf, "system") is (BsnSystem or BsnOid);

    /// <summary>True for what tells who the person of a resource is: a name, a number, a way to reach him. What he refers to has a name of its own.</summary>
    public static bool IsIdentity(ResourceLeaf leaf) => (IsName(leaf) && leaf.Key != "display") || IsContact(leaf) || (leaf.Key == "value" && leaf.Parent is "identifier" or "valueIdentifier");

    /// <summary>True for a part of a name, or the display of a Reference (a Coding's is no name).</summary>
    public static bool IsName(ResourceLeaf leaf) =>
        leaf.Key is "family" or "given" || (leaf.Key == "text" && leaf.Parent is "name" or "valueHumanName") || (leaf.Key == "display" && !Has(leaf, "code", "system"));

    /// <summary>The forms of a leaf whose element says what it is; empty for free text and codes.</summary>
    public static IEnumerable<TextForm> Typed(ResourceLeaf leaf) => leaf switch
    {
        { Key: "postalCode" } => ValueForms.Postcode(leaf.Text),
        { Key: "line" or "text" } when IsAddress(leaf) => ValueForms.Line(leaf.Text),
        _ when IsContact(leaf) => ValueForms.Contact(leaf.Text),
        _ when IsBsn(leaf) => ValueForms.Bsn(leaf.Text),
        { Key: "value", Parent: "identifier" or "valueIdentifier" } => ValueForms.Number(leaf.Text),
        { Key: "display" } when IsName(leaf) => ValueForms.Display(leaf.Text),
        _ when IsName(leaf) => ValueForms.Name(leaf.Text),
        _ => [],
    };

    /// <summary>The forms under which a leaf of a category that may not flow is looked for.</summary>
    public static IEnumerable<TextForm> Cut(ResourceLeaf leaf, CategorySet category)
    {
        var isReporter = category.Overlaps(CategorySet.Of(21));
        var isPlace = category.Overlaps(CategorySet.Of(5));
        var typed = Typed(leaf).Where(f => f.Kind switch
        {
            TextFormKind.Name => isReporter,
            TextFormKind.Number => isReporter || category.Overlaps(CategorySet.Of(3)),
            _ => true,
        });
        return (isPlace && (leaf.Key == "name" || IsName(leaf)), IsFreeText(leaf)) switch
        {
            (true, _) => typed.Concat(ValueForms.Phrase(leaf.Text)),
            (_, true) => typed.Concat(ValueForms.FreeText(leaf.Text)),
            _ => typed,
        };
    }

    /// <summary>True for text that somebody wrote: it has a space and is no part of a typed element.</summary>
    public static bool IsFreeText(ResourceLeaf leaf) => leaf.Text.Contains(' ', StringComparison.Ordinal) && !IsAddress(leaf) && !IsName(leaf) && leaf.Key is not ("reference" or "url" or "system");

    private static bool Has(ResourceLeaf leaf, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (leaf.Holder.TryGetProperty(name, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Text(ResourceLeaf leaf, string name) =>
        leaf.Holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
