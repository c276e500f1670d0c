using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The record types that an officer calls an exchange.</summary>
internal static class ExchangeTypes
{
    /// <summary>Exchanges, tokens (a question refused before any look-up is one), held messages and relays: one whose outcome is not known counts.</summary>
    public static IReadOnlyList<RecordType> All { get; } = [RecordType.Exchange, RecordType.Token, RecordType.Hold, RecordType.RelayOutcome];

    /// <summary>An exchange itself, by the gateway's own registers or by a relay; not a question beforehand, not a held message.</summary>
    public static bool IsExchange(ExchangeRecord record) => record.Type is RecordType.Exchange or RecordType.RelayOutcome;

    /// <summary>An exchange in which something was handed over, or may have been: a relay whose outcome is not known counts.</summary>
    public static bool IsDisclosure(ExchangeRecord record) => IsExchange(record) && record.Outcome is not ("refused" or "failed" or "absent" or "held");
}
