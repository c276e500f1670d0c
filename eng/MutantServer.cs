// Stands in for the entry point of the tests while mutants are tried (mutate.sh): reads the number of a mutant per line, runs all tests with it, says what came of it.
using System.Globalization;
using System.Reflection;
using Xunit.Runner.InProc.SystemConsole;

if (args is not ["--mutants", var mutated])
{
    return await ConsoleRunner.Run(args);
}

var output = Console.Out;
var active = Assembly.Load(mutated).GetTypes().Single(static t => t.Name == "MutantControl").GetField("ActiveMutant")!;
while (await Console.In.ReadLineAsync() is { } id)
{
    active.SetValue(null, int.Parse(id, CultureInfo.InvariantCulture));
    var code = await new ConsoleRunner(["-stopOnFail", "-noLogo", "-noColor", "-trait-", "Mutants=last"], Assembly.GetExecutingAssembly()).EntryPoint(TextReader.Null, TextWriter.Null);
    await output.WriteLineAsync(code == 0 ? "Survived" : "Killed");
}

return 0;
