using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Categories on a page of the matrix: codes, each with its name behind it.</summary>
/// <param name="Page">The page, which knows the names.</param>
/// <param name="Set">The categories.</param>
internal sealed record ShownCategories(MatrixScreen Page, CategorySet Set);
