using System.Diagnostics;
using System.Text.Json.Nodes;
using ConvenantGateway.Benchmarks.Filtering;
using ConvenantGateway.Development.Operations;
using ConvenantGateway.Development.Stories;

namespace ConvenantGateway.Benchmarks.EndToEnd;

/// <summary>The gateway itself as a child process in Development, on databases of its own, and a partner that fills its own register. Disposing ends it.</summary>
internal sealed class Gateway : IDisposable
{
    /// <summary>The partner that keeps a register.</summary>
    public const string Partner = "ziekenhuis-noord";

    private static readonly TokenActor Actor = new("https://fhir.nl/fhir/NamingSystem/uzi-nr-pers", "900012345", "T. Arts", "arts");

    private readonly PartnerClient _client;

    private Gateway(ServerProcess process, PartnerClient client)
    {
        Process = process;
        _client = client;
    }

    /// <summary>The server.</summary>
    public ServerProcess Process { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="folder">A temporary folder, fresh.</param>
    /// <param name="certificates">The development certificates, made if absent.</param>
    /// <param name="program">The Host's assembly.</param>
    /// <exception cref="BenchFailedException">It does not become ready.</exception>
    public static async Task<(Gateway Gateway, TimeSpan Ready)> StartAsync(string folder, string certificates, string program)
    {
        var port = LocalPorts.Take(1)[0];
        var operations = LocalPorts.Take(1)[0];
        var process = ServerProcess.Start(
            "gateway",
            port,
            folder,
            [
                "dotnet", program, "--policies", RepositoryFolder.Policies, "--database", Path.Combine(folder, "data"), "--certificates", certificates,
                "--partner-port", $"{port}", "--officer-port", $"{LocalPorts.Take(1)[0]}", "--operations-port", $"{operations}",
            ],
            new() { ["ASPNETCORE_ENVIRONMENT"] = "Development" });
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{operations}") };
            while (!await IsReadyAsync(http))
            {
                if (Stopwatch.GetElapsedTime(process.StartedAt) > TimeSpan.FromMinutes(1))
                {
                    throw new BenchFailedException($"the gateway does not become ready: {string.Join(" ", File.ReadLines(Path.Combine(folder, "gateway.log")).Take(5))}");
                }

                await Task.Delay(2);
            }

            var ready = Stopwatch.GetElapsedTime(process.StartedAt);
            return (new Gateway(process, new PartnerClient(new Uri($"https://localhost:{port}"), certificates, Partner)), ready);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>A token for the partner's own register, good for five minutes.</summary>
    public async Task<string> TokenAsync()
    {
        var answer = await _client.TokenAsync(new TokenAsk { To = Partner, Actor = Actor, Purpose = "TREAT" }, CancellationToken.None);
        return answer.Token ?? throw Refused("the token", answer.Answer);
    }

    /// <summary>Pushes resources to the own register.</summary>
    /// <returns><c>Type/id</c> of each, in order.</returns>
    public async Task<IReadOnlyList<string>> PushAsync(IEnumerable<(string Urn, JsonObject Resource)> resources, string key)
    {
        var entries = new JsonArray();
        foreach (var (urn, resource) in resources)
        {
            entries.Add(new JsonObject
            {
                ["fullUrl"] = urn,
                ["resource"] = resource,
                ["request"] = new JsonObject { ["method"] = "POST", ["url"] = resource["resourceType"]!.ToString() },
            });
        }

        var bundle = new JsonObject { ["resourceType"] = "Bundle", ["type"] = "transaction", ["entry"] = entries };
        var answer = await _client.PushAsync(Partner, await TokenAsync(), SyntheticFhir.Bytes(bundle), key, CancellationToken.None);
        if (answer.Status != 200)
        {
            throw Refused("the push", answer);
        }

        return [.. (answer.Json?["entry"] as JsonArray ?? []).Select(static e => e?["response"]?["location"]?.ToString()).OfType<string>().Select(Reference)];
    }

    /// <summary>The bytes of one read.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(string reference)
    {
        var answer = await _client.ReadAsync(Partner, await TokenAsync(), reference, CancellationToken.None);
        return answer.Status == 200 ? answer.Body : throw Refused("the read", answer);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        Process.Dispose();
    }

    /// <summary>A location may be relative or absolute, with or without a version: the type and the id are what is wanted.</summary>
    private static string Reference(string location)
    {
        var parts = location.Split("/_history")[0].Split('/');
        return $"{parts[^2]}/{parts[^1]}";
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static BenchFailedException Refused(string what, PartnerAnswer answer) => new($"{what} was refused with {answer.Status}: {string.Join("; ", answer.Texts().Take(3))}");
}
