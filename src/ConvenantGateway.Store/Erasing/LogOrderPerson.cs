using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>One person as one viewer's log knows it.</summary>
/// <param name="Viewer">The viewer.</param>
/// <param name="Person">The blind value under the viewer's search key, lower-case hex, 32 characters.</param>
/// <param name="Retention">The class to erase; a hold and its lifting mean both.</param>
public sealed record LogOrderPerson(string Viewer, string Person, RetentionClass Retention);
