using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>Joins what the R4 catalogue says of element paths with where they stand in <c>policies/elements</c>. Pure; thread safe.</summary>
public static class ElementPathErrors
{
    /// <summary>Every path that R4 does not have, with file, line and what was probably meant.</summary>
    public static IEnumerable<PolicyError> Of(IEnumerable<ElementSource> sources) => sources.SelectMany(
        static source => PathCheck.Of(source.Classification).Select(fault => new PolicyError(fault.Code, source.File, LineOf(source, fault), 1, fault.Message, fault.Suggestion)));

    private static int LineOf(ElementSource source, PathFault fault) => fault switch
    {
        { Code: FilterErrorCodes.UnknownResource } => source.ResourceLine,
        { ClassRule: >= 0 } => fault.ClassRule < source.ClassLines.Length ? source.ClassLines[fault.ClassRule] : 0,
        _ => source.Lines.GetValueOrDefault(fault.Path),
    };
}
