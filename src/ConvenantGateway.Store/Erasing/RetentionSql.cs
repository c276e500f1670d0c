using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>The class of a record's values as an expression over <c>leaf l</c>: made of the one rule that seals them (<see cref="RetentionClassNames.Of"/>), so that an erasure or a hold cannot miss a type.</summary>
internal static class RetentionSql
{
    /// <summary>The expression.</summary>
    public static string ClassOfLeaf { get; } =
        $"CASE {string.Concat(Enum.GetValues<RecordType>().Select(static t => $"WHEN l.type = {(int)t} THEN {(int)RetentionClassNames.Of(t)} "))}END";
}
