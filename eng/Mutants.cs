// Tries the mutants that Stryker made (docs/testing.md): dotnet run eng/Mutants.cs -- REPORT TESTS RESULTS
// One process for each mutant, two at a time: nothing that a test keeps in memory hides a mutant, and asking which one is on costs nothing. RESULTS grows line by line; what stands in it is not tried again.
#:property RestorePackagesWithLockFile=false
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

const int SecondsToFinish = 60;
var (report, tests, results) = (args[0], args[1], args[2]);
var known = File.Exists(results) ? File.ReadAllLines(results).Select(static l => l.Split('\t')).ToDictionary(static p => p[0], static p => p[1]) : [];
var mutants = new List<(string File, string Id, string Name, string Place, string Replacement)>();
using (var document = JsonDocument.Parse(File.ReadAllBytes(report)))
{
    foreach (var file in document.RootElement.GetProperty("files").EnumerateObject())
    {
        foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray().Where(static m => m.GetProperty("status").GetString() is not ("Ignored" or "CompileError")))
        {
            var start = mutant.GetProperty("location").GetProperty("start");
            var name = file.Name[(file.Name.IndexOf("/src/", StringComparison.Ordinal) + 5)..];
            mutants.Add((name[(name.IndexOf('/') + 1)..], mutant.GetProperty("id").GetString()!, mutant.GetProperty("mutatorName").GetString()!,
                $"{start.GetProperty("line")}:{start.GetProperty("column")}", mutant.GetProperty("replacement").GetString()!.ReplaceLineEndings(" ")));
        }
    }
}

if (Outcome("-1") != "Survived")
{
    Console.Error.WriteLine("the tests fail without a mutant");
    return 1;
}

var gate = new Lock();
var tried = new ConcurrentDictionary<string, string>(known);
Parallel.ForEach(mutants.Where(m => !known.ContainsKey(m.Id)), new ParallelOptions { MaxDegreeOfParallelism = 2 }, mutant =>
{
    var outcome = tried[mutant.Id] = Outcome(mutant.Id);
    lock (gate)
    {
        File.AppendAllText(results, $"{mutant.Id}\t{outcome}\n");
    }
});
foreach (var folder in mutants.GroupBy(static m => Path.GetDirectoryName(m.File)!).OrderBy(static g => g.Key).Append(mutants.GroupBy(static _ => "all").First()))
{
    var survivors = folder.Count(m => tried[m.Id] == "Survived");
    Console.WriteLine($"{(folder.Key.Length == 0 ? "." : folder.Key),-12} {folder.Count(),5} mutants  {100.0 * (folder.Count() - survivors) / folder.Count(),5:0.0} %");
}

foreach (var (file, id, name, place, replacement) in mutants.Where(m => tried[m.Id] == "Survived"))
{
    Console.WriteLine($"survived\t{id}\t{file}:{place}\t{name}\t{(replacement.Length > 100 ? replacement[..100] + "…" : replacement)}");
}

return 0;

string Outcome(string id)
{
    var start = new ProcessStartInfo(tests, ["-stopOnFail", "-noLogo", "-noColor"]) { RedirectStandardOutput = true, RedirectStandardError = true };
    start.Environment["STRYKER_MUTANT_ID_CONTROL_VAR"] = "MUTANT";
    start.Environment["MUTANT"] = id;
    using var process = Process.Start(start)!;
    process.OutputDataReceived += static (_, _) => { };
    process.ErrorDataReceived += static (_, _) => { };
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    if (!process.WaitForExit(TimeSpan.FromSeconds(SecondsToFinish)))
    {
        process.Kill(entireProcessTree: true);
        return "Timeout";
    }

    return process.ExitCode == 0 ? "Survived" : "Killed";
}
