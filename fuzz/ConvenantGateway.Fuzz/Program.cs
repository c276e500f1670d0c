using ConvenantGateway.Fuzz;
using SharpFuzz;

// With files: tries each once and says what fails (a corpus, or a crash that was found). Without: a target of afl-fuzz.
if (args.Length > 0)
{
    foreach (var file in args)
    {
        FilterTarget.Try(File.ReadAllBytes(file));
    }

    Console.WriteLine($"{args.Length} tried, none broke a promise");
    return;
}

Fuzzer.OutOfProcess.Run(static stream =>
{
    using var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    FilterTarget.Try(bytes.ToArray());
});
