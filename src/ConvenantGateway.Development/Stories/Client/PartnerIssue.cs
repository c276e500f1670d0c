using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>One issue of an OperationOutcome.</summary>
/// <param name="Code">The permanent code <c>CG-…</c>; empty if absent.</param>
/// <param name="Text"><c>details.text</c>; empty if absent.</param>
/// <param name="Expression">The first <c>expression</c>; empty if absent.</param>
public sealed record PartnerIssue(string Code, string Text, string Expression)
{
    /// <summary>The issues of an OperationOutcome; none if it is not one.</summary>
    public static IReadOnlyList<PartnerIssue> Of(JsonNode? outcome) =>
        outcome?["issue"] is JsonArray issues
            ? [.. issues.OfType<JsonObject>().Select(static i => new PartnerIssue(
                i["details"]?["coding"]?[0]?["code"]?.ToString() ?? "",
                i["details"]?["text"]?.ToString() ?? "",
                i["expression"]?[0]?.ToString() ?? ""))]
            : [];
}
