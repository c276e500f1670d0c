using System.Text.Json.Nodes;

namespace ConvenantGateway.Intake;

/// <summary>One entry of a transaction before it is read as FHIR.</summary>
/// <param name="Index">0-based.</param>
/// <param name="FullUrl">As sent, or null.</param>
/// <param name="Type">Resource type.</param>
/// <param name="Resource">The resource.</param>
internal sealed record BundleEntry(int Index, string? FullUrl, string Type, JsonObject Resource);
