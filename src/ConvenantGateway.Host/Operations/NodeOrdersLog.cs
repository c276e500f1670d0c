using ConvenantGateway.Store;

namespace ConvenantGateway.Host.Operations;

/// <summary>Log lines of operators' orders.</summary>
internal static partial class NodeOrdersLog
{
    [LoggerMessage(EventId = 1201, Level = LogLevel.Information, Message = "order {Kind}: {Outcome}, record {Index}")]
    public static partial void CarriedOut(ILogger logger, LogOrderKind kind, string outcome, long index);
}
