namespace ConvenantGateway.Policy;

/// <summary>Everything that the text of a denial depends on, within one bucket.</summary>
/// <param name="Profile">Index of the profile.</param>
/// <param name="Ground">Index of the ground; -1 for one that nobody knows.</param>
/// <param name="Purpose">Index of the purpose: cells with the same rules share a bucket.</param>
/// <param name="Evidence">What was shown, of what any rule of the bucket demands.</param>
/// <param name="Emergency">The Noodprocedure was asked for.</param>
/// <param name="Undeclared">The rules that are off for the sender, as bits.</param>
internal readonly record struct DenialKey(int Profile, int Ground, int Purpose, Evidence Evidence, bool Emergency, int Undeclared);
