using ConvenantGateway.Fuzz;

namespace ConvenantGateway.Filter.Tests;

/// <summary>Inputs that fuzzing found, each of which reached something new: every promise of the filter must hold for them (<c>fuzz/README.md</c>).</summary>
public sealed class CorpusTests
{
    [Fact]
    public void Filter_InputsThatFuzzingFound_BreakNoPromise()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"));

        Assert.True(files.Length >= 50);
        foreach (var file in files)
        {
            FilterTarget.Try(File.ReadAllBytes(file));
        }
    }
}
