using System.Net.Sockets;

namespace ConvenantGateway.Testing.Postgres;

/// <summary>Stands between a client and a test server, on a Unix socket of its own, and can cut the line at the very moment when the server has committed and the client does not know it yet. Thread safe.</summary>
public sealed class PostgresProxy : IDisposable
{
    // The server's messages "command complete" for a COMMIT, and "ready for query" outside a transaction (PostgreSQL 15, section 55.7).
    private static readonly byte[] Committed = [(byte)'C', 0, 0, 0, 11, .. "COMMIT\0"u8];
    private static readonly byte[] Ready = [(byte)'Z', 0, 0, 0, 5, (byte)'I'];

    private readonly string _folder = Directory.CreateTempSubdirectory("convenant-proxy-").FullName;
    private readonly UnixDomainSocketEndPoint _server;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private volatile bool _cuts;

    /// <summary>Begins to listen.</summary>
    public PostgresProxy(PostgresCluster cluster)
    {
        _server = new UnixDomainSocketEndPoint(Path.Combine(cluster.Folder, ".s.PGSQL.5432"));
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder, ".s.PGSQL.5432")));
        _listener.Listen();
        _ = AcceptAsync();
    }

    /// <summary>A connection string through the proxy.</summary>
    public string ConnectionString(string database) => $"Host={_folder};Database={database};Username=postgres;Timeout=60;Command Timeout=60";

    /// <summary>Cuts the next line on which a commit is acknowledged.</summary>
    public void CutAfterCommit() => _cuts = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptAsync();
                var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await server.ConnectAsync(_server);
                var line = new Line();
                _ = PassAsync(client, server, line, isAnswer: false);
                _ = PassAsync(server, client, line, isAnswer: true);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task PassAsync(Socket from, Socket to, Line line, bool isAnswer)
    {
        var buffer = new byte[65536];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                // A statement alone is committed when the server is ready again.
                line.IsOfLog |= !isAnswer && buffer.AsSpan(0, count).IndexOf("INSERT INTO checkpoint"u8) >= 0;
                if (isAnswer && _cuts && line.IsOfLog && (buffer.AsSpan(0, count).IndexOf(Committed) >= 0 || buffer.AsSpan(0, count).EndsWith(Ready)))
                {
                    _cuts = false;
                    break;
                }

                for (var sent = 0; sent < count; sent += await to.SendAsync(buffer.AsMemory(sent, count - sent)))
                {
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One side went away: the other goes too.
        }

        from.Dispose();
        to.Dispose();
    }

    private sealed class Line
    {
        public volatile bool IsOfLog;
    }
}
