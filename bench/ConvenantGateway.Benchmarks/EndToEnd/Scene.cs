using System.Text.Json.Nodes;
using ConvenantGateway.Benchmarks.Filtering;
using ConvenantGateway.Development.Certificates;

namespace ConvenantGateway.Benchmarks.EndToEnd;

/// <summary>A running gateway with a register of Patients and two large Observations, a temporary folder and a load generator. Disposing ends and removes all.</summary>
internal sealed class Scene : IDisposable
{
    private const int Batch = 100;

    private Scene(string folder, string certificates, Gateway gateway, LoadGenerator load)
    {
        Folder = folder;
        Certificates = certificates;
        Gateway = gateway;
        Load = load;
        Peers = new Peers(folder, certificates);
    }

    /// <summary>Temporary.</summary>
    public string Folder { get; }

    /// <summary>The development certificates.</summary>
    public string Certificates { get; }

    /// <summary>The gateway.</summary>
    public Gateway Gateway { get; }

    /// <summary>The generator.</summary>
    public LoadGenerator Load { get; }

    /// <summary>What it is compared with.</summary>
    public Peers Peers { get; }

    /// <summary>Patients of about 4 KB, as references.</summary>
    public IReadOnlyList<string> Patients { get; private set; } = [];

    /// <summary>Observations of about 100 KB, as references.</summary>
    public IReadOnlyList<string> Observations { get; private set; } = [];

    /// <summary>Starts and fills.</summary>
    public static async Task<Scene> OpenAsync(BenchOptions options)
    {
        Tool.Require("wrk", "gcc", "taskset");
        if (Environment.ProcessorCount < 2)
        {
            throw new BenchFailedException("two cores are needed: one for the server, one for the load");
        }

        var folder = Directory.CreateTempSubdirectory("convenant-bench-").FullName;
        Gateway? gateway = null;
        try
        {
            var certificates = Path.Combine(folder, "certs");
            DevelopmentWorld.Ensure(certificates, TimeProvider.System.GetUtcNow());
            var pem = Path.Combine(folder, "client.pem");
            await File.WriteAllTextAsync(pem, await File.ReadAllTextAsync(Path.Combine(certificates, $"{Gateway.Partner}.crt")) + await File.ReadAllTextAsync(Path.Combine(certificates, $"{Gateway.Partner}.key")));
            var load = new LoadGenerator(folder, pem);
            (gateway, _) = await Gateway.StartAsync(folder, certificates, Path.Combine(AppContext.BaseDirectory, "ConvenantGateway.Host.dll"));
            var scene = new Scene(folder, certificates, gateway, load);
            await scene.FillAsync(options.IsQuick ? 200 : 1000);
            return scene;
        }
        catch
        {
            gateway?.Dispose();
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>The bytes that the gateway answers for a reference, as a file for the peers to answer.</summary>
    public async Task<string> BodyFileAsync(string reference)
    {
        var file = Path.Combine(Folder, $"{reference.Replace('/', '-')}.json");
        await File.WriteAllBytesAsync(file, (await Gateway.ReadAsync(reference)).ToArray());
        return file;
    }

    /// <summary>One run of load: every server gets the same requests and the same headers.</summary>
    public LoadFigures Run(int port, int connections, int seconds, IReadOnlyList<string> references, string token, bool keepAlive = true)
    {
        var headers = new Dictionary<string, string> { ["Host"] = $"localhost:{port}", ["Authorization"] = $"Bearer {token}", ["Accept"] = "application/fhir+json" };
        if (!keepAlive)
        {
            headers["Connection"] = "close";
        }

        return Load.Run(port, connections, seconds, [.. references.Select(static r => $"/{Gateway.Partner}/fhir/{r}")], headers);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Gateway.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task FillAsync(int patients)
    {
        var found = new List<string>();
        for (var from = 0; from < patients; from += Batch)
        {
            found.AddRange(await Gateway.PushAsync(Enumerable.Range(from, Batch).Select(n => (Urn(n), SyntheticFhir.Patient(n))), $"bench-{from}"));
        }

        Patients = [.. found.Where(static r => r.StartsWith("Patient/", StringComparison.Ordinal))];
        const int Person = 1_000_000;
        IReadOnlyList<(string, JsonObject)> large = [(Urn(Person), SyntheticFhir.Patient(Person)), .. Enumerable.Range(1, 4).Select(n => (Urn(Person + n), SyntheticFhir.Observation(n, Urn(Person), 250)))];
        Observations = [.. (await Gateway.PushAsync(large, "bench-large")).Where(static r => r.StartsWith("Observation/", StringComparison.Ordinal))];
    }

    private static string Urn(int n) => $"urn:uuid:00000000-0000-4000-8000-{n:D12}";
}
