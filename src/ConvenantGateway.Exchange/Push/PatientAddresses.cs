using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>The addresses of a Patient as the forms by which one is told from another: street and number, else postcode, else town. Pure.</summary>
internal static class PatientAddresses
{
    /// <summary>The forms of one item of <c>Patient.address</c>; empty if it tells no place.</summary>
    /// <param name="address">The item.</param>
    /// <param name="withLastWord">False where two streets may not count as one: <c>Oude</c> and <c>Nieuwe Kerkstraat 5</c>.</param>
    public static List<TextForm> Of(JsonElement address, bool withLastWord = true)
    {
        var streets = Texts(address, "line").Concat(Texts(address, "text")).SelectMany(l => ValueForms.Line(l, withLastWord)).Where(static f => f.Kind is TextFormKind.Street or TextFormKind.Phrase).Distinct().ToList();
        if (streets.Count > 0)
        {
            return streets;
        }

        var postcodes = Texts(address, "postalCode").Concat(Texts(address, "text")).SelectMany(ValueForms.Postcode).Distinct().ToList();
        return postcodes.Count > 0 ? postcodes : [.. Texts(address, "city").Select(static c => new TextForm(TextFormKind.Town, string.Concat(TextTokens.Of(c).Select(static t => t.Text))))];
    }

    /// <summary>The items of <c>Patient.address</c>.</summary>
    public static IEnumerable<JsonElement> In(JsonElement patient) =>
        patient.TryGetProperty("address", out var all) && all.ValueKind == JsonValueKind.Array ? all.EnumerateArray() : [];

    private static IEnumerable<string> Texts(JsonElement address, string name) => !address.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(static v => v.ValueKind == JsonValueKind.String).Select(static v => v.GetString()!)
        : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
        : [];
}
