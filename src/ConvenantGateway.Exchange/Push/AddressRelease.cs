using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>The label by which the holder of a case releases an address: <c>vrijgegeven</c> in <c>Patient.meta.security</c>, in the holder's own register only. Pure.</summary>
internal static class AddressRelease
{
    /// <summary>The code system of the label.</summary>
    public const string System = "https://convenantgateway.nl/fhir/CodeSystem/adresstatus";

    /// <summary>True if the Patient carries it.</summary>
    public static bool IsIn(JsonElement patient) =>
        patient.TryGetProperty("meta", out var meta) && meta.TryGetProperty("security", out var labels)
        && labels.EnumerateArray().Any(static l => Text(l, "system") == System && Text(l, "code") == "vrijgegeven");

    private static string? Text(JsonElement label, string name) => label.TryGetProperty(name, out var value) ? value.GetString() : null;
}
