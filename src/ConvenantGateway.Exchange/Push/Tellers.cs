using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Splits the persons of an own account in who tells and who is mentioned (domain.md 10.3, 11). Only who suffered, saw it as a child or asks for help tells an own account: what is told of a victim under the name of a
/// suspect, a reporter or a stranger stays about both. Pure.
/// </summary>
internal static class Tellers
{
    private static readonly BetrokkeneRol[] Telling = [BetrokkeneRol.Slachtoffer, BetrokkeneRol.Kind, BetrokkeneRol.KindGetuige, BetrokkeneRol.Hulpvrager];

    /// <summary>Whom the entry is about, and whom it only mentions.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="indexes">All persons it names.</param>
    /// <param name="persons">The persons of the message.</param>
    public static (ImmutableArray<int> About, ImmutableArray<int> Mentioned) Split(IntakeEntry entry, ImmutableArray<int> indexes, List<PushPerson> persons)
    {
        var teller = entry.OwnAccountOf is { } subject ? persons.FindIndex(p => $"Patient/{p.PatientId}" == subject) : -1;
        return teller >= 0 && indexes.Contains(teller) && persons[teller].Rollen.Roles().ToList() is { Count: > 0 } rollen && rollen.TrueForAll(static r => Telling.Contains(r))
            ? ([teller], indexes.Remove(teller))
            : (indexes, []);
    }
}
