using System.Text.Json;
using System.Text.RegularExpressions;
using ConvenantGateway.Exchange;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;

namespace ConvenantGateway.Intake;

/// <summary>Reads a resource with the SDK in its STRICT mode and refuses on any issue. Only validates: the bytes that go on are the sender's own, so that numbers keep their text.</summary>
internal static partial class StrictResource
{
    /// <summary>Of one resource: nobody reads more, and a message of ten megabytes can hold a million.</summary>
    private const int MostIssues = 100;

    private static readonly FhirJsonDeserializer Strict = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    /// <summary>Every issue, with the SDK's code and path; never its message, which can hold a value.</summary>
    public static IEnumerable<IntakeIssue> Check(ReadOnlySpan<byte> json, int index)
    {
        var place = $"Bundle.entry[{index}].resource";
        IEnumerable<CodedException> found;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
            return Strict.TryDeserializeResource(ref reader, out Resource? _, out found) ? [] : [.. found.Take(MostIssues).Select((e, n) => Issue(e, place, suggests: n == 0))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            return [new IntakeIssue(IntakeCodes.NotR4, 422, "structure", place, "de resource is geen geldige FHIR R4")];
        }
    }

    private static IntakeIssue Issue(CodedException exception, string place, bool suggests)
    {
        var path = exception is ExtendedCodedException { InstancePath: { Length: > 0 } instance } ? instance : "";
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var meant = suggests && R4Names.Meant(path[(path.LastIndexOf('.') + 1)..].Split('[')[0]) is { } name ? $"; bedoelde u `{name}`?" : "";
        return new IntakeIssue(
            IntakeCodes.NotR4, 422, "structure", dot < 0 ? place : place + Known(path[dot..]), $"geen geldige FHIR R4 (melding {exception.ErrorCode}{meant})");
    }

    /// <summary>The path ends in what the sender wrote.</summary>
    private static string Known(string path) => string.Join('.', path.Split('.').Select(Step));

    private static string Step(string step)
    {
        var parts = Item().Match(step);
        return step.Length == 0 ? "" : parts.Success ? R4Names.Shown(parts.Groups[1].Value) + parts.Groups[2].Value : "?";
    }

    [GeneratedRegex(@"^([^\[]+)(\[[0-9]{1,5}\])?$")]
    private static partial Regex Item();
}
