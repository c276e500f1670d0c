namespace ConvenantGateway.Filter;

/// <summary>Which unknown names of one object were seen.</summary>
/// <param name="Mark">Where its numbers begin in the <see cref="KeyStack"/>.</param>
/// <param name="Open">Where the object opens.</param>
/// <param name="AreCompared">True once the names themselves were compared: once is enough.</param>
internal readonly record struct NamesSeen(int Mark, int Open, bool AreCompared = false);
