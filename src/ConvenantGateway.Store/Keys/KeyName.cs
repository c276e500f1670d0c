namespace ConvenantGateway.Store;

/// <summary>What a key is for.</summary>
/// <param name="Kind"><c>log</c>, <c>region</c>, <c>register</c>, <c>register-search</c>, <c>viewer-search</c>, <c>record-log</c>, <c>record-dossier</c>.</param>
/// <param name="Owner">The log, region, register or viewer.</param>
/// <param name="Name">The person's blind value in hex, or empty.</param>
internal readonly record struct KeyName(string Kind, string Owner, string Name);
