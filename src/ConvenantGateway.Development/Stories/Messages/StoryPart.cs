namespace ConvenantGateway.Development.Stories;

/// <summary>One thing that a message says about one person, and what the story says becomes of it.</summary>
/// <param name="Entry">The 0-based entry that carries it.</param>
/// <param name="Person">About whom; null for the case itself.</param>
/// <param name="Name">What the report calls it, e.g. <c>D14 letsel</c>.</param>
/// <param name="Path">The start of the withheld expression inside a resource, e.g. <c>Patient.identifier</c>; null for the resource as a whole.</param>
/// <param name="Canary">A text that stands nowhere else: in what the receiver holds if it arrives, and nowhere if not.</param>
/// <param name="Fate">What the story says; null: the story is silent, the report shows what happened.</param>
internal sealed record StoryPart(int Entry, StoryPerson? Person, string Name, string? Path, string Canary, bool? Fate)
{
    /// <summary>Must arrive.</summary>
    public const bool Arrives = true;

    /// <summary>Must not be provided.</summary>
    public const bool Withheld = false;
}
