using System.Runtime.CompilerServices;

namespace ConvenantGateway.Exchange.Tests.Projections;

/// <summary>Golden files beside the tests. With <c>UPDATE_GOLDEN=1</c> in the environment they are written; the diff is what is reviewed.</summary>
internal static class Golden
{
    public static string Read(string name, string actual, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        return File.ReadAllText(path);
    }
}
