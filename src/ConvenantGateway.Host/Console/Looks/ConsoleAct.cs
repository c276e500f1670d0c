using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Something an officer did on the console: recorded under its own type, stored in the same transaction.</summary>
/// <param name="Type">The record type.</param>
/// <param name="Viewer">Who may see the values: an organisation's or an officer's slug.</param>
/// <param name="Values">What was done.</param>
/// <param name="Companion">What must be stored with it; null for nothing.</param>
internal sealed record ConsoleAct(RecordType Type, string Viewer, ImmutableArray<RecordValue> Values, ICompanionWrites? Companion)
{
    /// <summary>The handles of the persons it is about, for the viewer's blind search; 32 bytes each.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Persons { get; init; } = [];

    /// <summary>Who else may see something of it, each its own values. The leaf names every viewer to every other: two organisations never stand here together.</summary>
    public RecordView? Told { get; init; }

    /// <summary>The outcome in the leaf, if the answer is no error; null: <c>released</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>The counterparty in the leaf; null: the officer's own organisation.</summary>
    public string? Counterparty { get; init; }
}
