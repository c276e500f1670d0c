namespace ConvenantGateway.Policy;

/// <summary>Why a category is not provided about a role: plain Dutch for the sender of a push, never a value.</summary>
/// <param name="Rol">The role, or <see cref="BetrokkeneRol.Onbekend"/> for every role.</param>
/// <param name="Category">The categories the reason speaks of.</param>
/// <param name="Text">Plain Dutch, e.g. <c>niet nodig voor de opvang (Wbp 11(1))</c>.</param>
public sealed record WithheldReason(BetrokkeneRol Rol, CategorySet Category, string Text);
