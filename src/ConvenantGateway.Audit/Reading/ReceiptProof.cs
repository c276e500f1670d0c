using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ConvenantGateway.Audit;

/// <summary>What <c>/receipts/{tx}</c> serves: never the record.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Log">The log's origin.</param>
/// <param name="Index">The leaf's index.</param>
/// <param name="LeafHash">Lower-case hex.</param>
/// <param name="TreeSize">The size of the tree that the checkpoint signs.</param>
/// <param name="InclusionProof">Lower-case hex hashes, leaf to root (RFC 9162 section 2.1.3).</param>
/// <param name="Checkpoint">The C2SP signed note.</param>
public sealed record ReceiptProof(Guid Transaction, string Log, long Index, string LeafHash, long TreeSize, ImmutableArray<string> InclusionProof, string Checkpoint)
{
    /// <summary>Set if the viewer's values were erased: present, content erased under a rule. The proof holds as before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ErasureMark? Erased { get; init; }
}
