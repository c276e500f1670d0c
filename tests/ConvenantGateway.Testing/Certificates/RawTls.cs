using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ConvenantGateway.Testing.Certificates;

/// <summary>
/// A TLS client without an HTTP library between it and the server: it sends the certificate it is told to (an HTTP client would keep back one without client usage) and never retries.
/// </summary>
public static class RawTls
{
    /// <summary>One HTTP/1.1 GET over a fresh connection.</summary>
    /// <param name="port">On loopback.</param>
    /// <param name="certificate">What to show; null for none.</param>
    /// <param name="anchor">The only anchor for the server's certificate.</param>
    /// <param name="path">The path.</param>
    /// <param name="host">The <c>Host</c> header; null for <c>localhost</c> with the port.</param>
    /// <returns>The status, or null if the handshake or the connection was refused.</returns>
    public static async Task<int?> GetAsync(int port, X509Certificate2? certificate, X509Certificate2 anchor, string path = "/.well-known/jwks", string? host = null)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, port);
        try
        {
            await using var tls = new SslStream(tcp.GetStream());
            await tls.AuthenticateAsClientAsync(Options(certificate, anchor));
            await tls.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host ?? $"localhost:{port}"}\r\nConnection: close\r\n\r\n"));
            using var reader = new StreamReader(tls, Encoding.ASCII);
            return await reader.ReadLineAsync() is { } line && line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(line.AsSpan(9, 3)) : null;
        }
        catch (Exception e) when (e is IOException or AuthenticationException or SocketException)
        {
            return null;
        }
    }

    /// <summary>Sends a hand-made ClientHello and reads the first record of the answer.</summary>
    /// <param name="port">On loopback.</param>
    /// <param name="version">E.g. 0x0302 for TLS 1.1, 0x0303 for TLS 1.2.</param>
    /// <param name="suite">The one cipher suite offered.</param>
    /// <returns>The record's type (21 alert, 22 handshake) and, for an alert, its description.</returns>
    public static async Task<(int Type, int Alert)> HelloAsync(int port, ushort version, ushort suite)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, port);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Hello(version, suite));
        var record = new byte[7];
        await stream.ReadExactlyAsync(record);
        return (record[0], record[0] == 21 ? record[6] : 0);
    }

    private static SslClientAuthenticationOptions Options(X509Certificate2? certificate, X509Certificate2 anchor)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(anchor);
        return new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            CertificateChainPolicy = policy,
            ClientCertificateContext = certificate is null ? null : SslStreamCertificateContext.Create(certificate, null, offline: true),
        };
    }

    private static byte[] Hello(ushort version, ushort suite)
    {
        byte[] extensions =
        [
            0x00, 0x0a, 0x00, 0x04, 0x00, 0x02, 0x00, 0x17, // supported_groups: secp256r1
            0x00, 0x0b, 0x00, 0x02, 0x01, 0x00, // ec_point_formats: uncompressed
            0x00, 0x0d, 0x00, 0x04, 0x00, 0x02, 0x04, 0x03, // signature_algorithms: ecdsa_secp256r1_sha256
        ];
        byte[] body =
        [
            (byte)(version >> 8), (byte)(version & 0xFF), .. new byte[32], 0x00, 0x00, 0x02, (byte)(suite >> 8), (byte)(suite & 0xFF), 0x01, 0x00, 0x00, (byte)extensions.Length, .. extensions,
        ];
        return [0x16, 0x03, 0x01, 0x00, (byte)(body.Length + 4), 0x01, 0x00, 0x00, (byte)body.Length, .. body];
    }
}
