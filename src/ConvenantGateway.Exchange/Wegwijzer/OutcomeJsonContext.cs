using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>Reads and writes signed outcomes strictly.</summary>
[JsonSourceGenerationOptions(MaxDepth = 3, AllowDuplicateProperties = false, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(OutcomeStatement))]
internal sealed partial class OutcomeJsonContext : JsonSerializerContext;
