using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The record types that an officer calls an exchange.</summary>
internal static class ExchangeTypes
{
    /// <summary>Exchanges, tokens (a question refused before any look-up is one), held messages and relays: one whose outcome is not known counts.</summary>
    public static IReadOnlyList<RecordType> All { get; } = [RecordType.Exchange, RecordType.Token, RecordType.Hold, RecordType.RelayOutcome];
}
