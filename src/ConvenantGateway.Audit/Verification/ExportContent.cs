namespace ConvenantGateway.Audit;

/// <summary>What goes into an export.</summary>
public sealed record ExportContent
{
    /// <summary>Whose export: only records with a view for it.</summary>
    public required string Viewer { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>The signed checkpoint.</summary>
    public required ReadOnlyMemory<byte> Checkpoint { get; init; }

    /// <summary>All leaf hashes in order, 32 bytes each: others' records are there as hashes only.</summary>
    public required IEnumerable<ReadOnlyMemory<byte>> LeafHashes { get; init; }

    /// <summary>The viewer's records in order.</summary>
    public required IEnumerable<ExportedRecord> Records { get; init; }

    /// <summary>The keys of the log in the order in which they came, so that an older one can be followed to the one that signs.</summary>
    public IReadOnlyList<LogKeyLink> Keys { get; init; } = [];

    /// <summary>Policy files by path below <c>policies/</c>, with forward slashes.</summary>
    public IReadOnlyDictionary<string, byte[]> Policies { get; init; } = new Dictionary<string, byte[]>();
}
