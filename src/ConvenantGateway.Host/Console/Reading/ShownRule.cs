using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>A rule on a page.</summary>
/// <param name="Page">The page, which knows the words.</param>
/// <param name="Rule">The rule.</param>
internal sealed record ShownRule(MatrixScreen Page, MatrixRule Rule);
