namespace ConvenantGateway.Host.Connect;

/// <summary>Log messages of the token endpoint.</summary>
internal static partial class TokenLog
{
    /// <summary>The authorization server failed; nothing left.</summary>
    [LoggerMessage(EventId = 1101, Level = LogLevel.Error, Message = "The token endpoint failed; nothing was issued")]
    public static partial void Failed(ILogger logger, Exception failure);
}
