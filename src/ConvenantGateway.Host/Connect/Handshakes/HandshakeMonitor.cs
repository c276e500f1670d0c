using System.Net;
using Microsoft.AspNetCore.Connections;

namespace ConvenantGateway.Host.Connect;

/// <summary>Connection middleware around TLS: whatever does not come through the handshake is counted with its reason. Thread safe.</summary>
internal sealed class HandshakeMonitor(HandshakeRefusals refusals)
{
    /// <summary>Where the certificate check leaves its reason.</summary>
    public const string ReasonKey = "convenant.handshake.reason";

    private const string DoneKey = "convenant.handshake.done";

    /// <summary>Outside TLS.</summary>
    public ConnectionDelegate Outside(ConnectionDelegate next) => async connection =>
    {
        try
        {
            await next(connection);
        }
        finally
        {
            if (!connection.Items.ContainsKey(DoneKey))
            {
                var reason = connection.Items.TryGetValue(ReasonKey, out var said) && said is string text ? text : "handshake-failed";
                refusals.Count((connection.RemoteEndPoint as IPEndPoint)?.Address, reason);
            }
        }
    };

    /// <summary>Inside TLS: the handshake is done.</summary>
    public static ConnectionDelegate Inside(ConnectionDelegate next) => connection =>
    {
        connection.Items[DoneKey] = true;
        return next(connection);
    };
}
