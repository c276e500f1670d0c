using System.Collections.Immutable;
using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>A request of AuthZEN 1.0: one evaluation, or several with defaults. Lives as long as its document.</summary>
/// <param name="Items">The evaluations in order; one that could not be read has its error instead.</param>
/// <param name="IsSingle">True if the answer is one decision.</param>
/// <param name="Semantic">When to stop.</param>
internal sealed record AccessBatch(ImmutableArray<(AccessItem? Item, string? Wrong)> Items, bool IsSingle, AccessSemantic Semantic)
{
    /// <summary>The most evaluations in one request.</summary>
    public const int MaxItems = 100;

    /// <summary>Reads a request. Without <c>evaluations</c>, or with an empty one, a batch is a single evaluation (section 7.1).</summary>
    /// <param name="root">The body.</param>
    /// <param name="isBatch">True at <c>/evaluations</c>.</param>
    /// <returns>The request, or why the whole of it is refused with 400.</returns>
    public static (AccessBatch? Batch, string? Wrong) Read(JsonElement root, bool isBatch)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return (null, "het verzoek is geen JSON-object");
        }

        if (!isBatch || !AccessItemReader.TryGet(root, "evaluations", out var evaluations))
        {
            return Single(root);
        }

        if (evaluations.ValueKind != JsonValueKind.Array)
        {
            return (null, "`evaluations` is geen lijst");
        }

        if (evaluations.GetArrayLength() == 0)
        {
            return Single(root);
        }

        return evaluations.GetArrayLength() > MaxItems
            ? (null, $"`evaluations` heeft meer dan {MaxItems} leden")
            : SemanticOf(root) is not { } semantic
                ? (null, "`options.evaluations_semantic` is `execute_all`, `deny_on_first_deny` of `permit_on_first_permit`")
                : (new AccessBatch([.. evaluations.EnumerateArray().Select(item => AccessItemReader.Read(item, root))], false, semantic), null);
    }

    private static (AccessBatch? Batch, string? Wrong) Single(JsonElement root)
    {
        var (item, wrong) = AccessItemReader.Read(root, default);
        return item is null ? (null, wrong) : (new AccessBatch([(item, null)], true, AccessSemantic.ExecuteAll), null);
    }

    private static AccessSemantic? SemanticOf(JsonElement root)
    {
        if (!AccessItemReader.TryGet(root, "options", out var options))
        {
            return AccessSemantic.ExecuteAll;
        }

        if (options.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (!AccessItemReader.TryGet(options, "evaluations_semantic", out var semantic))
        {
            return AccessSemantic.ExecuteAll;
        }

        return semantic.ValueKind != JsonValueKind.String
            ? null
            : semantic.GetString() switch
            {
                "execute_all" => AccessSemantic.ExecuteAll,
                "deny_on_first_deny" => AccessSemantic.DenyOnFirstDeny,
                "permit_on_first_permit" => AccessSemantic.PermitOnFirstPermit,
                _ => null,
            };
    }
}
