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
        var options = LeakcheckOptions.Create();
        var command = options.AddTo(new Command("leakcheck", "look for canaries in everything that the built gateway gives away (development)"));
        command.SetAction(async (parsed, cancellation) =>
        {
            var workspace = Directory.CreateTempSubdirectory("leakcheck-");
            try
            {
                return await RunAsync(parsed, options, workspace, cancellation);
            }
            catch (FormatException e)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"error: {e.Message}");
                return ExitCode.InvalidInput;
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

    private static async Task<int> RunAsync(ParseResult parsed, LeakcheckOptions options, DirectoryInfo workspace, CancellationToken cancellation)
    {
        var output = parsed.InvocationConfiguration.Output;
        var isJson = parsed.GetValue(options.Policy.Json);
        var folder = parsed.GetRequiredValue(options.Policy.Policies);
        var files = PolicyDirectory.Read(folder);
        var assembly = parsed.GetValue(options.Gateway)?.FullName ?? GatewayAssembly.Find();
        var certificates = parsed.GetValue(options.Certificates)?.FullName ?? Path.Combine(workspace.FullName, "certificates");
        var reports = new List<LeakReport>();
        foreach (var covenant in PolicyRun.Covenants(files, parsed.GetValue(options.Policy.Covenant)))
        {
            if (PolicySet.Load(files, covenant) is not { Snapshot: { } snapshot })
            {
                throw new FormatException($"the policies are invalid under `{covenant}`; see `policy check`");
            }

            var start = new GatewayStart(assembly, folder.FullName, covenant, workspace.CreateSubdirectory(covenant).FullName, certificates);
            var scope = new RunScope(parsed.GetValue(options.Only), parsed.GetValue(options.Small));
            var report = await CovenantRun.RunAsync(snapshot, start, scope, isJson ? TextWriter.Null : output, cancellation);
            reports.Add(report);
            foreach (var line in isJson ? [] : report.Lines())
            {
                await output.WriteLineAsync(line);
            }
        }

        var json = JsonSerializer.Serialize(reports.Select(static r => r.ToJson()), Indented);
        if (isJson)
        {
            await output.WriteLineAsync(json);
        }

        if (parsed.GetValue(options.Out) is { } file)
        {
            await File.WriteAllTextAsync(file.FullName, json, cancellation);
        }

        return reports.TrueForAll(static r => r.IsTight) ? ExitCode.Yes : ExitCode.No;
    }
}
