using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>Reads and writes person reports.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, UseStringEnumConverter = true, AllowDuplicateProperties = false, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PersonDocument))]
[JsonSerializable(typeof(OfficerDocument))]
[JsonSerializable(typeof(PersonReportFile))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
