// Tries the mutants that Stryker made (docs/testing.md): dotnet run --file eng/Mutants.cs -- REPORT TESTS PROJECT RESULTS
// Two processes try one mutant after the other. What they kept in memory could hide a mutant, so who survives is tried once more in a process of its own, with the slow tests too (trait `Mutants=last`); or spoil the next,
// so every batch ends without a mutant, and one that fails then is tried again, each in a process of its own. RESULTS grows line by line; what stands in it is not tried again.
#:property RestorePackagesWithLockFile=false
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

const int Batch = 20;
const string None = "-1";
var (finish, finishAlone) = (TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(90));
var (report, tests, project, results) = (args[0], args[1], args[2], args[3]);
var known = File.Exists(results) ? File.ReadAllLines(results).Select(static l => l.Split('\t')).ToDictionary(static p => p[0], static p => p[1]) : [];
var mutants = Mutants();
if (Alone(None) != "Survived")
{
    Console.Error.WriteLine("the tests fail without a mutant");
    return 1;
}

var gate = new Lock();
var outcomes = new ConcurrentDictionary<string, string>(known);
var waiting = new ConcurrentQueue<string[]>(mutants.Select(static m => m.Id).Where(id => !known.ContainsKey(id)).Chunk(Batch));
Parallel.For(0, 2, _ =>
{
    Process? server = null;
    while (waiting.TryDequeue(out var batch))
    {
        var said = batch.ToDictionary(static id => id, id => Ask(ref server, id));
        var isSound = Ask(ref server, None) == "Survived";
        foreach (var (id, outcome) in said)
        {
            outcomes[id] = isSound && outcome != "Survived" ? outcome : Alone(id);
            lock (gate)
            {
                File.AppendAllText(results, $"{id}\t{outcomes[id]}\n");
            }
        }
    }

    server?.Kill();
});
foreach (var folder in mutants.GroupBy(static m => Path.GetDirectoryName(m.File)!).OrderBy(static g => g.Key).Append(mutants.GroupBy(static _ => "all").First()))
{
    var survivors = folder.Count(m => outcomes[m.Id] == "Survived");
    Console.WriteLine($"{(folder.Key.Length == 0 ? "." : folder.Key),-12} {folder.Count(),5} mutants  {100.0 * (folder.Count() - survivors) / folder.Count(),5:0.0} %");
}

foreach (var (file, id, name, place, replacement) in mutants.Where(m => outcomes[m.Id] == "Survived"))
{
    Console.WriteLine($"survived\t{id}\t{file}:{place}\t{name}\t{(replacement.Length > 100 ? replacement[..100] + "…" : replacement)}");
}

return 0;

List<(string File, string Id, string Name, string Place, string Replacement)> Mutants()
{
    var found = new List<(string, string, string, string, string)>();
    using var document = JsonDocument.Parse(File.ReadAllText(report));
    foreach (var file in document.RootElement.GetProperty("files").EnumerateObject())
    {
        var name = file.Name[(file.Name.IndexOf("/src/", StringComparison.Ordinal) + 5)..];
        foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray().Where(static m => m.GetProperty("status").GetString() is not ("Ignored" or "CompileError")))
        {
            var start = mutant.GetProperty("location").GetProperty("start");
            found.Add((name[(name.IndexOf('/') + 1)..], mutant.GetProperty("id").GetString()!, mutant.GetProperty("mutatorName").GetString()!,
                $"{start.GetProperty("line")}:{start.GetProperty("column")}", mutant.GetProperty("replacement").GetString()!.ReplaceLineEndings(" ")));
        }
    }

    return found;
}

string Ask(ref Process? server, string id)
{
    if (server is null)
    {
        // Its first run compiles everything and takes many times as long: counted to a mutant, that would be a kill.
        server = Start(["--mutants", project], null);
        Answer(server, None, finishAlone);
    }

    if (Answer(server, id, finish) is { } outcome)
    {
        return outcome;
    }

    // It hangs, or it ended: a stack that overflowed takes the process with it.
    var isOver = server.HasExited;
    server.Kill(entireProcessTree: true);
    server = null;
    return isOver ? "Killed" : "Timeout";
}

string? Answer(Process server, string id, TimeSpan within)
{
    try
    {
        server.StandardInput.WriteLine(id);
        var answer = server.StandardOutput.ReadLineAsync();
        return answer.Wait(within) ? answer.Result : null;
    }
    catch (IOException)
    {
        return null;
    }
}

string Alone(string id)
{
    using var process = Start(["-stopOnFail", "-noLogo", "-noColor"], id);
    var output = process.StandardOutput.ReadToEndAsync();
    if (!process.WaitForExit(finishAlone))
    {
        process.Kill(entireProcessTree: true);
        return "Timeout";
    }

    output.Wait();
    return process.ExitCode == 0 ? "Survived" : "Killed";
}

Process Start(string[] arguments, string? id)
{
    var start = new ProcessStartInfo(tests, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
    if (id is not null)
    {
        start.Environment["STRYKER_MUTANT_ID_CONTROL_VAR"] = "MUTANT";
        start.Environment["MUTANT"] = id;
    }

    return Process.Start(start)!;
}
