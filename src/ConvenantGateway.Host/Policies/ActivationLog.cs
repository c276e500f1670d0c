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
}
