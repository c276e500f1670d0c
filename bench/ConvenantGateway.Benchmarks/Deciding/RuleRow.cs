using ConvenantGateway.Policy;

namespace ConvenantGateway.Benchmarks.Deciding;

/// <summary>What the compiled policy releases, written out as a row: the form in which a naive decision would keep it.</summary>
internal sealed record RuleRow(string From, string To, string Purpose, Initiative By, string Ground, BetrokkeneRol Rol, string Category);
