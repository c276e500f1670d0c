using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConvenantGateway.Development.Stories;

namespace ConvenantGateway.Cli.Push;

/// <summary>
/// <c>push</c>, for development: sends FHIR files from one partner to another over mutual TLS and shows what arrived. Exit codes: 0 sent and read back, 1 could not run, 2 the gateway
/// refused, 3 a file is not JSON.
/// </summary>
internal static class PushCommand
{
    /// <summary>The professional the development messages name.</summary>
    internal static TokenActor Actor { get; } = new("https://fhir.nl/fhir/NamingSystem/uzi-nr-pers", "900012345", "T. Arts", "arts");

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var sender = new Option<string>("--as") { Description = "the partner that sends", Required = true };
        var receiver = new Option<string>("--to") { Description = "the partner that receives", Required = true };
        var purpose = new Option<string>("--purpose") { Description = "the purpose code", DefaultValueFactory = static _ => "TREAT" };
        var ground = new Option<string>("--ground") { Description = "the ground code", DefaultValueFactory = static _ => "G-DIRECT" };
        var address = new Option<Uri>("--base") { Description = "the partner listener", DefaultValueFactory = static _ => new Uri("https://localhost:8443") };
        var certificates = new Option<DirectoryInfo>("--certs") { Description = "directory of the development certificates", DefaultValueFactory = static _ => new DirectoryInfo("certs-dev") };
        var files = new Argument<FileInfo[]>("files") { Description = "FHIR R4 JSON: Bundles or single resources", Arity = ArgumentArity.OneOrMore };
        var command = new Command("push", "push FHIR files to a partner and show what arrived (development)") { sender, receiver, purpose, ground, address, certificates, files };
        command.SetAction(async (result, cancellation) =>
        {
            var output = result.InvocationConfiguration.Output;
            var error = result.InvocationConfiguration.Error;
            try
            {
                var items = PushFiles.Read(result.GetRequiredValue(files));
                using var from = new PartnerClient(result.GetRequiredValue(address), result.GetRequiredValue(certificates).FullName, result.GetRequiredValue(sender));
                using var to = new PartnerClient(result.GetRequiredValue(address), result.GetRequiredValue(certificates).FullName, result.GetRequiredValue(receiver));
                var ask = new TokenAsk
                {
                    To = to.Partner,
                    Actor = Actor,
                    Purpose = result.GetRequiredValue(purpose),
                    Ground = result.GetRequiredValue(ground),
                    About = About(items),
                    Reason = "ontwikkeling: synthetische gegevens",
                };
                return await RunAsync(from, to, ask, items, output, cancellation);
            }
            catch (JsonException e)
            {
                await error.WriteLineAsync($"a file is not JSON: line {e.LineNumber + 1}");
                return 3;
            }
            catch (Exception e) when (e is IOException or HttpRequestException or UnauthorizedAccessException)
            {
                await error.WriteLineAsync($"could not run: {e.Message}");
                return 1;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(PartnerClient from, PartnerClient to, TokenAsk ask, List<PushItem> items, TextWriter output, CancellationToken cancellation)
    {
        var refused = await new PushRun(from, ask).PushAsync(items, cancellation);
        var readBack = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in items.Where(static i => i.Location is not null).GroupBy(static i => i.Type))
        {
            var (found, unread) = await new ReadBack(to).CountAsync(group.Key, group.Select(static i => i.Location!).ToHashSet(StringComparer.Ordinal), cancellation);
            readBack[group.Key] = found;
            refused ??= unread;
        }

        PushTable.Print(output, items, readBack);
        if (refused is not null)
        {
            await output.WriteLineAsync($"refused with {refused.Status}: {string.Join(" · ", refused.Texts())}");
        }

        return refused is not null ? 2 : 0;
    }

    private static List<TokenPerson> About(List<PushItem> items) =>
        [.. items.Where(static i => i.Type == "Patient").Select(static i => Person(i.Resource)).OfType<TokenPerson>()];

    private static TokenPerson? Person(JsonObject patient) =>
        (patient["name"] as JsonArray)?.FirstOrDefault(static n => n?["family"] is not null) is { } name && DateOnly.TryParseExact(patient["birthDate"]?.ToString(), "yyyy-MM-dd", out var birthDate)
            ? new TokenPerson(name["family"]!.ToString(), (name["given"] as JsonArray)?[0]?.ToString() ?? "", birthDate, patient["gender"]?.ToString() ?? "unknown")
            : null;
}
