using ConvenantGateway.Benchmarks.Reporting;

namespace ConvenantGateway.Benchmarks.EndToEnd;

/// <summary>P1 to P6 and P11: reads of the own register over mutual TLS with a bound token, against servers that return the same bytes and decide, filter and record nothing.</summary>
internal static class EndToEndBench
{
    private const int Connections = 32;
    private const int WarmUpSeconds = 4;

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(BenchOptions options, TextWriter output)
    {
        using var scene = await Scene.OpenAsync(options);
        var rows = new List<Row>();
        var notes = new List<string>
        {
            $"servers on core 1, wrk on core 0, {Connections} connections kept alive, {options.Rounds} interleaved rounds of {options.LoadSeconds} s, the same requests and headers to each server",
            Tool.Exists("nginx") ? "the proxies' backend is nginx with a static file, on the servers' core" : "nginx is not installed: no P3; YARP's backend is Kestrel without TLS, on the servers' core",
        };
        await SmallAsync(scene, options, rows, notes);
        await LargeAsync(scene, options, rows, notes);
        GoalTable.Print(output, "e2e", rows, notes);
    }

    private static async Task SmallAsync(Scene scene, BenchOptions options, List<Row> rows, List<string> notes)
    {
        var body = await scene.BodyFileAsync(scene.Patients[0]);
        notes.Add($"{scene.Patients.Count} Patients read in turn, {new FileInfo(body).Length} bytes each as answered");
        var peers = scene.Peers;
        using var kestrel = peers.Kestrel(body);
        using var backend = peers.Backend(body);
        using var yarp = peers.Yarp(backend);
        using var nginx = Tool.Exists("nginx") ? peers.NginxProxy(backend) : null;
        var us = scene.Gateway.Process;
        ServerProcess[] servers = nginx is null ? [kestrel, us, yarp] : [kestrel, us, yarp, nginx];
        await MeasureAsync(scene, options, scene.Patients, servers);

        rows.Add(new("requests/s, 4 KB", "Kestrel, same bytes", us.PerSecond.Over(kestrel.PerSecond), new("P1", 0.50, true), Rates(us, kestrel)));
        rows.Add(new("requests/s, 4 KB", "YARP pass-through", us.PerSecond.Over(yarp.PerSecond), new("P2", 2.0, true), Rates(us, yarp)));
        if (nginx is not null)
        {
            rows.Add(new("requests/s, 4 KB", "nginx pass-through", us.PerSecond.Over(nginx.PerSecond), new("P3", 0.85, true), Rates(us, nginx)));
        }

        rows.Add(new("CPU per request", "Kestrel, same bytes", us.Cpu.Over(kestrel.Cpu), new("P4", 1.8, false), $"{Row.Figure(us.Cpu.Median)} / {Row.Figure(kestrel.Cpu.Median)} us"));
        rows.Add(new("p50", "Kestrel, same bytes", us.P50.Over(kestrel.P50), new("P5", 2.0, false), $"{Row.Figure(us.P50.Median / 1000)} / {Row.Figure(kestrel.P50.Median / 1000)} ms"));
        rows.Add(new("p99", "Kestrel, same bytes", us.P99.Over(kestrel.P99), new("P5", 2.5, false), $"{Row.Figure(us.P99.Median / 1000)} / {Row.Figure(kestrel.P99.Median / 1000)} ms"));
        rows.Add(new("memory under load", "Kestrel, same bytes", us.Memory.Over(kestrel.Memory), new("P11", 1.5, false), $"{Row.Figure(us.Memory.Median)} / {Row.Figure(kestrel.Memory.Median)} MiB"));
    }

    private static async Task LargeAsync(Scene scene, BenchOptions options, List<Row> rows, List<string> notes)
    {
        var body = await scene.BodyFileAsync(scene.Observations[0]);
        notes.Add($"{scene.Observations.Count} large Observations read in turn, {new FileInfo(body).Length} bytes each as answered");
        using var kestrel = scene.Peers.Kestrel(body);
        var us = scene.Gateway.Process.Again();
        await MeasureAsync(scene, options, scene.Observations, kestrel, us);
        rows.Add(new("requests/s, 100 KB stored", "Kestrel, same bytes", us.PerSecond.Over(kestrel.PerSecond), new("P6", 0.5, true), Rates(us, kestrel)));
    }

    private static async Task MeasureAsync(Scene scene, BenchOptions options, IReadOnlyList<string> references, params ServerProcess[] servers)
    {
        foreach (var server in servers)
        {
            await server.WaitUntilListeningAsync();
            var token = await scene.Gateway.TokenAsync();
            scene.Run(server.Port, Connections, WarmUpSeconds, references, token);
        }

        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var server in servers)
            {
                var token = await scene.Gateway.TokenAsync();
                server.Measure(port => scene.Run(port, Connections, options.LoadSeconds, references, token));
            }
        }
    }

    private static string Rates(ServerProcess us, ServerProcess peer) => $"{Row.Figure(us.PerSecond.Median)} / {Row.Figure(peer.PerSecond.Median)} per s";
}
