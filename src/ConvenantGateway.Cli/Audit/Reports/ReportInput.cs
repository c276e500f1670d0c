using System.Text.Json.Serialization;

namespace ConvenantGateway.Cli.Audit;

/// <summary>Reads the files of <c>audit report</c> strictly: an unknown or double member is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, AllowDuplicateProperties = false, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ReportPerson))]
[JsonSerializable(typeof(ReportCircumstances))]
internal sealed partial class ReportInput : JsonSerializerContext;
