using ConvenantGateway.Development.Operations;

namespace ConvenantGateway.Benchmarks.EndToEnd;

/// <summary>Starts the servers of the comparison.</summary>
/// <param name="folder">A temporary folder.</param>
/// <param name="certificates">The development certificates.</param>
internal sealed class Peers(string folder, string certificates)
{
    /// <summary>Kestrel with mutual TLS around constant bytes: the ceiling.</summary>
    public ServerProcess Kestrel(string bodyFile)
    {
        var port = LocalPorts.Take(1)[0];
        return ServerProcess.Start($"Kestrel {port}", port, folder, [.. Self, "kestrel", $"{port}", certificates, bodyFile]);
    }

    /// <summary>Constant bytes without TLS, for a proxy to stand before: nginx if it is installed, as it takes least from the core that the proxy runs on.</summary>
    public ServerProcess Backend(string bodyFile)
    {
        var port = LocalPorts.Take(1)[0];
        return Tool.Exists("nginx")
            ? Nginx("backend", port, $"listen 127.0.0.1:{port}; location / {{ default_type application/fhir+json; root {Path.GetDirectoryName(bodyFile)}; try_files /{Path.GetFileName(bodyFile)} =404; }}", "")
            : ServerProcess.Start("backend", port, folder, [.. Self, "plain", $"{port}", bodyFile]);
    }

    /// <summary>YARP with mutual TLS before a backend.</summary>
    public ServerProcess Yarp(ServerProcess backend)
    {
        var port = LocalPorts.Take(1)[0];
        return ServerProcess.Start("YARP", port, folder, [.. Self, "yarp", $"{port}", certificates, $"{backend.Port}"]);
    }

    /// <summary>nginx with mutual TLS before a backend.</summary>
    public ServerProcess NginxProxy(ServerProcess backend)
    {
        var port = LocalPorts.Take(1)[0];
        return Nginx("nginx proxy", port, MutualTls(port) + "location / { proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection \"\"; }",
            $"upstream backend {{ server 127.0.0.1:{backend.Port}; keepalive 64; keepalive_requests 100000000; }}");
    }

    /// <summary>nginx with mutual TLS around constant bytes.</summary>
    public ServerProcess NginxStatic(string bodyFile)
    {
        var port = LocalPorts.Take(1)[0];
        return Nginx("nginx", port, MutualTls(port) + $"location / {{ default_type application/fhir+json; root {Path.GetDirectoryName(bodyFile)}; try_files /{Path.GetFileName(bodyFile)} =404; }}", "");
    }

    private static string[] Self => ["dotnet", Path.Combine(AppContext.BaseDirectory, "ConvenantGateway.Benchmarks.dll"), "serve"];

    private string MutualTls(int port) =>
        $"listen 127.0.0.1:{port} ssl; ssl_certificate {certificates}/server.crt; ssl_certificate_key {certificates}/server.key; ssl_client_certificate {certificates}/ca.crt; "
        + "ssl_verify_client on; ssl_protocols TLSv1.2 TLSv1.3; ssl_session_tickets off; ssl_session_cache off; ";

    private ServerProcess Nginx(string name, int port, string server, string upstream)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, $"nginx-{port}")).FullName;
        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"{kind}_temp_path {own}/{kind}; "));
        var file = Path.Combine(own, "nginx.conf");
        File.WriteAllText(file, $$"""
            daemon off; master_process off; worker_processes 1; pid {{own}}/pid; error_log {{own}}/error.log;
            events { worker_connections 1024; }
            http {
              access_log off; sendfile on; tcp_nopush off; keepalive_requests 1000000000; keepalive_timeout 300; {{temporary}}
              {{upstream}}
              server { {{server}} }
            }
            """);
        return ServerProcess.Start(name, port, folder, ["nginx", "-p", own, "-c", file]);
    }
}
