namespace ConvenantGateway.Host.Policies;

/// <summary>Log lines of activation.</summary>
internal static partial class ActivationLog
{
    [LoggerMessage(EventId = 3001, EventName = "Activated", Level = LogLevel.Information, Message = "policy set {Digest} is in force")]
    public static partial void Activated(ILogger logger, string digest);

    [LoggerMessage(EventId = 3002, EventName = "ActivationRefused", Level = LogLevel.Error, Message = "activation refused, the last good set stays: {Error}")]
    public static partial void Refused(ILogger logger, string error);

    [LoggerMessage(EventId = 3003, EventName = "TlsKept", Level = LogLevel.Error, Message = "the TLS material could not be read, the last good one stays")]
    public static partial void TlsKept(ILogger logger, Exception error);

    [LoggerMessage(EventId = 3004, EventName = "PolicyWarning", Level = LogLevel.Warning, Message = "policy: {Warning}")]
    public static partial void Warning(ILogger logger, string warning);

    [LoggerMessage(EventId = 3005, EventName = "ActivationUnreported", Level = LogLevel.Error, Message = "the outcome of the activation could not be written to the activation folder")]
    public static partial void Unreported(ILogger logger, Exception error);

    [LoggerMessage(EventId = 3006, EventName = "ActivationFailed", Level = LogLevel.Error, Message = "the activation failed, the last good set stays")]
    public static partial void Failed(ILogger logger, Exception error);
}
