using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>A message whose references and persons are resolved.</summary>
/// <param name="Intake">What intake read.</param>
/// <param name="Persons">All betrokkenen.</param>
/// <param name="PersonsOf">Per entry: indexes into <paramref name="Persons"/>; empty: zaak.</param>
/// <param name="MentionedBy">Per entry: of an own account the others that it only mentions; empty for everything else.</param>
/// <param name="Known"><c>Type/id</c> of resources outside the message that the sender stored earlier.</param>
internal sealed record PushMessage(
    IntakeMessage Intake, ImmutableArray<PushPerson> Persons, ImmutableArray<ImmutableArray<int>> PersonsOf, ImmutableArray<ImmutableArray<int>> MentionedBy, ImmutableHashSet<string> Known);
