using System.Collections.Frozen;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>Elements of R4 with a required code, from the committed table <c>r4-codes.txt</c> that a test regenerates from the FHIR SDK: <c>Patient.gender male</c>. Immutable.</summary>
internal static class RequiredCodes
{
    private static readonly FrozenDictionary<string, string> Codes = Read();

    /// <summary>A code that the element takes; null if it takes any text.</summary>
    public static string? Find(string type, string element) => Codes.GetValueOrDefault($"{type}.{element}");

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(RequiredCodes).Assembly.GetManifestResourceStream("r4-codes.txt") ?? throw new InvalidOperationException("the table of codes is missing from the build");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' ')).ToFrozenDictionary(static p => p[0], static p => p[1], StringComparer.Ordinal);
    }
}
