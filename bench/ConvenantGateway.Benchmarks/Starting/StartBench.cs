using System.Diagnostics;
using ConvenantGateway.Benchmarks.EndToEnd;
using ConvenantGateway.Benchmarks.Filtering;
using ConvenantGateway.Benchmarks.Measuring;
using ConvenantGateway.Benchmarks.Reporting;
using ConvenantGateway.Development.Certificates;

namespace ConvenantGateway.Benchmarks.Starting;

/// <summary>P12: from the start of the process until it is ready, and the first push (which loads the FHIR SDK), published ready-to-run against just in time.</summary>
internal static class StartBench
{
    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(BenchOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("convenant-start-").FullName;
        try
        {
            var certificates = Path.Combine(folder, "certs");
            DevelopmentWorld.Ensure(certificates, TimeProvider.System.GetUtcNow());
            var compiled = new Variant(Publish(folder, "r2r", ["-r", "linux-x64", "-p:PublishReadyToRun=true", "--self-contained", "false"]));
            var jit = new Variant(Publish(folder, "jit", []));
            for (var round = -1; round < options.Rounds; round++)
            {
                foreach (var variant in new[] { compiled, jit })
                {
                    await variant.StartAsync(folder, certificates, round >= 0);
                }
            }

            GoalTable.Print(
                output,
                "start",
                [
                    new("ready, s, ready-to-run", "-", compiled.Ready, new("P12", 0.5, false), ""),
                    new("first push after the first token, s, ready-to-run", "-", compiled.FirstPush, new("P12", 0.6, false), ""),
                    new("ready", "just in time", compiled.Ready.Over(jit.Ready), new("18", 1.1, false), $"{Row.Figure(jit.Ready.Median)} s just in time"),
                    new("first push", "just in time", compiled.FirstPush.Over(jit.FirstPush), new("18", 0.6, false), $"{Row.Figure(jit.FirstPush.Median)} s just in time"),
                    new("memory after it", "just in time", compiled.Memory.Over(jit.Memory), new("18", 0.65, false), $"{Row.Figure(compiled.Memory.Median)} / {Row.Figure(jit.Memory.Median)} MiB"),
                ],
                [$"fresh process and fresh databases each time, on one core; certificates already made; {options.Rounds} rounds after one that is not counted"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Publish(string folder, string name, string[] more)
    {
        var to = Path.Combine(folder, name);
        var project = Path.Combine(RepositoryFolder.Root, "src", "ConvenantGateway.Host", "ConvenantGateway.Host.csproj");

        // Its own intermediate folder and no lock file: the published runtime pack is not in the repository's locks, and those must stay as they are.
        Tool.Run("dotnet", ["publish", project, "-c", "Release", "-o", to, "-v", "q", "--artifacts-path", Path.Combine(folder, $"{name}-artifacts"), "-p:RestorePackagesWithLockFile=false", .. more], []);
        return Path.Combine(to, "ConvenantGateway.Host.dll");
    }

    private sealed class Variant(string program)
    {
        public Samples Ready { get; } = new();

        public Samples FirstPush { get; } = new();

        public Samples Memory { get; } = new();

        public async Task StartAsync(string folder, string certificates, bool counts)
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
            var (gateway, ready) = await Gateway.StartAsync(own, certificates, program);
            using (gateway)
            {
                await gateway.TokenAsync();
                var began = Stopwatch.GetTimestamp();
                await gateway.PushAsync([("urn:uuid:00000000-0000-4000-8000-000000000001", SyntheticFhir.Patient(1))], "first");
                var push = Stopwatch.GetElapsedTime(began);
                if (counts)
                {
                    Ready.Add(ready.TotalSeconds);
                    FirstPush.Add(push.TotalSeconds);
                    Memory.Add(gateway.Process.ResidentMebibytes());
                }
            }
        }
    }
}
