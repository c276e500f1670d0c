using Microsoft.Extensions.Logging;

namespace ConvenantGateway.Exchange;

/// <summary>Log lines of the pipeline: may be lost, hold no case data.</summary>
internal static partial class PipelineLog
{
    [LoggerMessage(EventId = 2001, EventName = "StepFailed", Level = LogLevel.Error, Message = "preparing a {By} failed; nothing left")]
    public static partial void StepFailed(ILogger logger, string by, Exception failure);
}
