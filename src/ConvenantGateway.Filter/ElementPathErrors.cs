using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>Joins what the R4 catalogue says of element paths with where they stand in <c>policies/elements</c>. Pure; thread safe.</summary>
public static class ElementPathErrors
{
    /// <summary>Every path that R4 does not have, with file and line.</summary>
    public static IEnumerable<PolicyError> Of(IEnumerable<ElementSource> sources) => sources.SelectMany(
        static source => ResourceFilter.Check(source.Classification).Select(error => error with { File = source.File, Line = LineOf(source, error.Message), Column = 1 }));

    /// <summary>The message names the path in backticks; its line is the loader's to know.</summary>
    private static int LineOf(ElementSource source, string message) =>
        message.Split('`') is [_, var path, ..] && source.Lines.TryGetValue(path, out var line) ? line : 0;
}
