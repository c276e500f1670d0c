using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The record types that an officer calls an exchange.</summary>
internal static class ExchangeTypes
{
    /// <summary>Exchanges, tokens (a question refused before any look-up is one) and held messages.</summary>
    public static IReadOnlyList<RecordType> All { get; } = [RecordType.Exchange, RecordType.Token, RecordType.Hold];
}
