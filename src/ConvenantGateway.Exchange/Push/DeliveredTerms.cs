using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>
/// The terms by which the receiver finds what was delivered. Who is only mentioned is none: the search would tell that the account names him. Nor is what was cut: the answer would confirm the number to whoever
/// tries it (design.md section 6). A term that is not known here is none. Pure.
/// </summary>
internal static class DeliveredTerms
{
    /// <summary>The terms.</summary>
    /// <param name="cut">The entry as it is delivered.</param>
    /// <param name="mentioned"><c>Patient/id</c> of who is only mentioned.</param>
    public static ImmutableArray<SearchTerm> Of(CutEntry cut, HashSet<string> mentioned) =>
        [.. cut.Entry.Terms.Where(term => term.Name switch
        {
            "patient" => !mentioned.Contains(term.Value),
            "identifier" => !IsCut(cut, "identifier", "identifier.system", "identifier.value"),
            "family-birthdate" => !IsCut(cut, "name", "name.family", "birthDate"),
            _ => false,
        })];

    private static bool IsCut(CutEntry cut, params ReadOnlySpan<string> elements)
    {
        foreach (var element in elements)
        {
            if (cut.Withheld.Any(w => w.Path == $"{cut.Entry.Type}.{element}"))
            {
                return true;
            }
        }

        return false;
    }
}
