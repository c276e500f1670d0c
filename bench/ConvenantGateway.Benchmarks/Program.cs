using ConvenantGateway.Benchmarks;
using ConvenantGateway.Benchmarks.Deciding;
using ConvenantGateway.Benchmarks.EndToEnd;
using ConvenantGateway.Benchmarks.Filtering;
using ConvenantGateway.Benchmarks.Logging;
using ConvenantGateway.Benchmarks.Reports;
using ConvenantGateway.Benchmarks.Starting;
using ConvenantGateway.Benchmarks.Torture;

// A child of this program: one of the servers that the gateway is compared with.
if (args is ["serve", ..])
{
    await PeerServer.RunAsync(args[1..]);
    return 0;
}

// A child of this program that the torture kills.
if (args is ["torture-child", var place])
{
    await TortureChild.RunAsync(place);
    return 0;
}

if (BenchOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine($"usage: [{string.Join('|', BenchOptions.Targets)}|all] [--quick] [--bundle FILE]");
    return 3;
}

foreach (var target in options.Target == "all" ? BenchOptions.Targets.Where(static t => t is not ("torture" or "node")) : [options.Target])
{
    try
    {
        await (target switch
        {
            "decide" => Task.Run(() => DecideBench.Run(options, Console.Out)),
            "policy" => Task.Run(() => PolicyBench.Run(options, Console.Out)),
            "filter" => Task.Run(() => FilterBench.Run(options, Console.Out)),
            "torture" => TortureBench.RunAsync(options, Console.Out),
            "verify" => VerifyBench.RunAsync(options, Console.Out),
            "node" => NodeBench.RunAsync(options, Console.Out),
            "report" => ReportBench.RunAsync(options, Console.Out),
            "e2e" => EndToEndBench.RunAsync(options, Console.Out),
            "handshake" => HandshakeBench.RunAsync(options, Console.Out),
            "start" => StartBench.RunAsync(options, Console.Out),
            _ => AppendBench.RunAsync(options, Console.Out),
        });
    }
    catch (BenchFailedException e)
    {
        // One target that cannot run (a tool is not installed) does not take the others with it.
        Console.Error.WriteLine($"{target}: {e.Message}");
        Environment.ExitCode = 1;
    }
}

return Environment.ExitCode;
