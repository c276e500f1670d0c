using System.CommandLine;
using System.Text.Json;
using ConvenantGateway.Cli.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>
/// <c>leakcheck</c>: starts the built gateway, plays every exchange with canaries in every element, and reads all that comes out. Exit codes: 0 no leak, 1 could not run, 2 a leak, 3 the policies or an option are invalid.
/// </summary>
internal static class LeakcheckCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var options = PolicyOptions.Create();
        var gateway = new Option<FileInfo?>("--gateway") { Description = "the built gateway, a .dll; without it the one of this tree" };
        var certificates = new Option<DirectoryInfo?>("--certificates") { Description = "development certificates to use again; without it they are made anew" };
        var only = new Option<string?>("--only") { Description = "only exchanges whose line holds this text, e.g. `ashg-noord → vrouwenopvang-noord` or `[R-40]`" };
        var small = new Option<bool>("--small") { Description = "small messages: two persons, each type once" };
        var report = new Option<FileInfo?>("--out") { Description = "write the report as JSON to this file" };
        var command = options.AddTo(new Command("leakcheck", "look for canaries in everything that the built gateway gives away (development)") { gateway, certificates, only, small, report });
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var workspace = Directory.CreateTempSubdirectory("leakcheck-");
            try
            {
                var folder = parsed.GetRequiredValue(options.Policies);
                var files = PolicyDirectory.Read(folder);
                var assembly = parsed.GetValue(gateway)?.FullName ?? GatewayAssembly.Find();
                var reports = new List<LeakReport>();
                foreach (var covenant in PolicyRun.Covenants(files, parsed.GetValue(options.Covenant)))
                {
                    if (PolicySet.Load(files, covenant) is not { Snapshot: { } snapshot })
                    {
                        await parsed.InvocationConfiguration.Error.WriteLineAsync($"error: the policies are invalid under `{covenant}`; see `policy check`");
                        return ExitCode.InvalidInput;
                    }

                    var start = new GatewayStart(
                        assembly, folder.FullName, covenant, workspace.CreateSubdirectory(covenant).FullName,
                        parsed.GetValue(certificates)?.FullName ?? Path.Combine(workspace.FullName, "certificates"), new Dictionary<string, string>());
                    var isJson = parsed.GetValue(options.Json);
                    var one = await CovenantRun.RunAsync(snapshot, start, parsed.GetValue(only), parsed.GetValue(small), isJson ? TextWriter.Null : output, cancellation);
                    reports.Add(one);
                    foreach (var line in isJson ? [] : one.Lines())
                    {
                        await output.WriteLineAsync(line);
                    }
                }

                var json = JsonSerializer.Serialize(reports.Select(static r => r.ToJson()), Indented);
                if (parsed.GetValue(options.Json))
                {
                    await output.WriteLineAsync(json);
                }

                if (parsed.GetValue(report) is { } file)
                {
                    await File.WriteAllTextAsync(file.FullName, json, cancellation);
                }

                return reports.TrueForAll(static r => r.IsTight) ? ExitCode.Yes : ExitCode.No;
            }
            catch (Exception e) when (e is IOException or HttpRequestException or UnauthorizedAccessException or TaskCanceledException or System.ComponentModel.Win32Exception)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"could not run: {e.Message}");
                return ExitCode.CouldNotRun;
            }
            finally
            {
                workspace.Delete(recursive: true);
            }
        });
        return command;
    }
}
