using ConvenantGateway.Benchmarks.Reporting;

namespace ConvenantGateway.Benchmarks.EndToEnd;

/// <summary>Full handshakes: one request per connection, no resumption. The gateway also decides, filters and records each.</summary>
internal static class HandshakeBench
{
    private const int Connections = 8;

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(BenchOptions options, TextWriter output)
    {
        using var scene = await Scene.OpenAsync(options);
        var body = await scene.BodyFileAsync(scene.Patients[0]);
        using var kestrel = scene.Peers.Kestrel(body);
        using var nginx = Tool.Exists("nginx") ? scene.Peers.NginxStatic(body) : null;
        var us = scene.Gateway.Process;
        ServerProcess[] servers = nginx is null ? [kestrel, us] : [kestrel, us, nginx];
        for (var round = -1; round < options.Rounds; round++)
        {
            foreach (var server in servers)
            {
                await server.WaitUntilListeningAsync();
                var token = await scene.Gateway.TokenAsync();
                Func<int, LoadFigures> load = port => scene.Run(port, Connections, options.LoadSeconds, scene.Patients, token, keepAlive: false);
                if (round < 0)
                {
                    load(server.Port);
                }
                else
                {
                    server.Measure(load);
                }
            }
        }

        List<Row> rows = [new("full handshakes/s with one read each", "Kestrel", us.PerSecond.Over(kestrel.PerSecond), Goal.None, Rates(us, kestrel))];
        if (nginx is not null)
        {
            rows.Add(new("full handshakes/s with one read each", "nginx, static bytes", us.PerSecond.Over(nginx.PerSecond), new("7", 0.55, true), Rates(us, nginx)));
            rows.Add(new("Kestrel itself", "nginx, static bytes", kestrel.PerSecond.Over(nginx.PerSecond), Goal.None, Rates(kestrel, nginx)));
        }

        rows.Add(new("CPU per connection", "Kestrel", us.Cpu.Over(kestrel.Cpu), Goal.None, $"{Row.Figure(us.Cpu.Median)} / {Row.Figure(kestrel.Cpu.Median)} us"));
        GoalTable.Print(output, "handshake", rows, [$"one request per connection, {Connections} at once, {options.Rounds} rounds of {options.LoadSeconds} s"]);
    }

    private static string Rates(ServerProcess us, ServerProcess peer) => $"{Row.Figure(us.PerSecond.Median)} / {Row.Figure(peer.PerSecond.Median)} per s";
}
