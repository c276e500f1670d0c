using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ConvenantGateway.Development.Operations;

/// <summary>
/// TCP ports for nodes on this machine that are started, and started again, beside much other traffic. They lie below the range from which systems pick the ports of outgoing connections, so none is lost between
/// two starts; and a locked file keeps other processes that ask here from the same port until this process ends. Thread safe.
/// </summary>
public static class LocalPorts
{
    private const int First = 10240;
    private const int Last = 32767;

    private static readonly Lock Gate = new();
    private static readonly List<FileStream> Held = [];
    private static int _next = RandomNumberGenerator.GetInt32(First, Last + 1);

    /// <summary>Takes ports, each once in the life of this process.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="IOException">There are not as many.</exception>
    public static int[] Take(int count)
    {
        var ports = new int[count];
        lock (Gate)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"convenant-ports-{Environment.UserName}")).FullName;
            var tried = 0;
            for (var i = 0; i < count;)
            {
                var port = _next;
                _next = port == Last ? First : port + 1;
                if (tried++ > Last - First)
                {
                    throw new IOException($"no {count} ports are free between {First} and {Last}");
                }

                if (TryHold(Path.Combine(folder, $"{port}")) && IsFree(port))
                {
                    ports[i++] = port;
                }
            }
        }

        return ports;
    }

    private static bool TryHold(string path)
    {
        try
        {
            Held.Add(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsFree(int port) => IsFree(IPAddress.Loopback, port) && IsFree(IPAddress.IPv6Loopback, port);

    private static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var socket = new TcpListener(address, port) { ExclusiveAddressUse = true };
            socket.Start();
            return true;
        }
        catch (SocketException e)
        {
            // A machine without IPv6 cannot have the port taken there.
            return address.AddressFamily == AddressFamily.InterNetworkV6 && e.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported;
        }
    }
}
