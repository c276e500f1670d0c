using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Something an officer did on the console: recorded under its own type, stored in the same transaction.</summary>
/// <param name="Type">The record type.</param>
/// <param name="Viewer">Who may see the values: an organisation's or an officer's slug.</param>
/// <param name="Values">What was done.</param>
/// <param name="Companion">What must be stored with it; null for nothing.</param>
internal sealed record ConsoleAct(RecordType Type, string Viewer, ImmutableArray<RecordValue> Values, ICompanionWrites? Companion);
