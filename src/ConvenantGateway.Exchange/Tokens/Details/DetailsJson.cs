using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>Strict reading of <c>authorization_details</c>: exact names, no duplicates, no comments, shallow.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 8, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(IReadOnlyList<AuthorizationDetails>))]
[JsonSerializable(typeof(ConsentDetails))]
[JsonSerializable(typeof(DossierFacts))]
internal sealed partial class DetailsJson : JsonSerializerContext;
