namespace ConvenantGateway.Exchange;

/// <summary>A projection and how it is written. Immutable; thread safe.</summary>
/// <param name="Name">The permanent name.</param>
/// <param name="Table">What is written.</param>
/// <param name="IsCsv">True for CSV (RFC 4180), false for JSON lines.</param>
/// <param name="Kind">The only kind of party that has it; empty for every kind.</param>
public sealed record ProjectionFormat(string Name, ProjectionTable Table, bool IsCsv, string Kind)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProjectionFormat> All { get; } =
    [
        new("nen7513-csv", Nen7513.Table, true, ""),
        new("nen7513-jsonl", Nen7513.Table, false, ""),
        new("police-protocol-csv", PoliceProtocol.Table, true, PoliceProtocol.Kind),
        new("police-protocol-jsonl", PoliceProtocol.Table, false, PoliceProtocol.Kind),
    ];

    /// <summary>The format of a name; null for none.</summary>
    public static ProjectionFormat? Find(string? name) => All.FirstOrDefault(f => f.Name == name);

    /// <summary>The name of a file of it.</summary>
    public string FileExtension => IsCsv ? "csv" : "jsonl";

    /// <summary>True if an organisation of this kind has it.</summary>
    public bool IsFor(string kind) => Kind.Length == 0 || Kind == kind;
}
