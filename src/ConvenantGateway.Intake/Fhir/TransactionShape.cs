using System.Text.Json.Nodes;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Intake;

/// <summary>A Bundle of type <c>transaction</c> whose entries are plain <c>POST {type}</c> (design.md 3.2). Everything else is refused, all of it at once.</summary>
internal static class TransactionShape
{
    private const int MaxEntries = 1_000;

    /// <summary>The entries, with every issue added to <paramref name="issues"/>.</summary>
    public static List<BundleEntry> Read(JsonObject root, List<IntakeIssue> issues)
    {
        var entries = new List<BundleEntry>();
        if (root.Text("resourceType") != "Bundle" || root.Text("type") != "transaction")
        {
            issues.Add(new IntakeIssue(IntakeCodes.NotATransaction, 400, "not-supported", "Bundle.type", "verwacht wordt een Bundle van type `transaction`"));
            return entries;
        }

        foreach (var unknown in root.Select(static p => p.Key).Where(static k => k is not ("resourceType" or "id" or "meta" or "implicitRules" or "language" or "identifier" or "type" or "timestamp" or "entry")))
        {
            issues.Add(new IntakeIssue(IntakeCodes.NotATransaction, 400, "not-supported", $"Bundle.{R4Names.Shown(unknown)}", "dit element hoort niet in een `transaction`"));
        }

        if (root["entry"] is not JsonArray { Count: > 0 } array)
        {
            issues.Add(new IntakeIssue(IntakeCodes.EntryCount, 400, "required", "Bundle.entry", "een `transaction` heeft ten minste één `entry`"));
            return entries;
        }

        if (array.Count > MaxEntries)
        {
            issues.Add(new IntakeIssue(IntakeCodes.EntryCount, 413, "too-long", "Bundle.entry", "een bericht heeft hoogstens 1.000 entries"));
            return entries;
        }

        for (var i = 0; i < array.Count; i++)
        {
            if (ReadEntry(array[i], i, issues) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private static BundleEntry? ReadEntry(JsonNode? node, int index, List<IntakeIssue> issues)
    {
        var place = $"Bundle.entry[{index}]";
        if (node is not JsonObject entry || entry["resource"] is not JsonObject resource || resource.Text("resourceType") is not { } type)
        {
            issues.Add(new IntakeIssue(IntakeCodes.NotAPost, 400, "required", $"{place}.resource", "een `entry` heeft een `resource` met `resourceType`"));
            return null;
        }

        foreach (var unknown in entry.Select(static p => p.Key).Where(static k => k is not ("fullUrl" or "resource" or "request")))
        {
            issues.Add(new IntakeIssue(IntakeCodes.NotAPost, 400, "not-supported", $"{place}.{R4Names.Shown(unknown)}", "dit element hoort niet in een `entry` van een `transaction`"));
        }

        CheckRequest(entry["request"] as JsonObject, type, place, issues);
        if (type is "Bundle" or "Binary")
        {
            issues.Add(new IntakeIssue(IntakeCodes.Nested, 400, "not-supported", $"{place}.resource", "een genest Bundle of een losse Binary wordt niet aangenomen"));
            return null;
        }

        return new BundleEntry(index, entry.Text("fullUrl"), type, resource);
    }

    private static void CheckRequest(JsonObject? request, string type, string place, List<IntakeIssue> issues)
    {
        if (request is null || request.Text("method") != "POST" || request.Text("url") != type)
        {
            issues.Add(new IntakeIssue(IntakeCodes.NotAPost, 400, "not-supported", $"{place}.request", "alleen `POST` op het eigen type, zonder voorwaarden"));
        }

        foreach (var key in request?.Select(static p => p.Key).Where(static k => k is not ("method" or "url")) ?? [])
        {
            issues.Add(new IntakeIssue(IntakeCodes.Conditional, 400, "not-supported", $"{place}.request.{R4Names.Shown(key)}", "een voorwaarde wordt niet aangenomen"));
        }
    }
}
