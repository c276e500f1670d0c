using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>One evaluation of AuthZEN 1.0 section 6.1 as it was read: the four members, defaults filled in. Lives as long as its document.</summary>
/// <param name="SubjectType"><c>subject.type</c>.</param>
/// <param name="SubjectId"><c>subject.id</c>.</param>
/// <param name="Action"><c>action.name</c>.</param>
/// <param name="ResourceType"><c>resource.type</c>.</param>
/// <param name="ResourceId"><c>resource.id</c>.</param>
/// <param name="Properties"><c>resource.properties</c>, an object, or undefined.</param>
/// <param name="Context"><c>context</c>, an object, or undefined.</param>
internal sealed record AccessItem(
    string SubjectType, string SubjectId, string Action, string ResourceType, string ResourceId, JsonElement Properties, JsonElement Context);
