using System.Collections.Immutable;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Intake;

/// <summary>The exact search terms of a resource (design.md section 8). The store keeps only their keyed hashes.</summary>
internal static class TermColumns
{
    /// <summary>The terms.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="patients"><c>Patient/id</c> of everybody it is about.</param>
    public static ImmutableArray<SearchTerm> Read(BundleEntry entry, IEnumerable<string> patients)
    {
        var terms = ImmutableArray.CreateBuilder<SearchTerm>();
        foreach (var identifier in JsonWalk.ObjectsAt(entry.Resource, "identifier"))
        {
            if (identifier.Text("system") is { } system && identifier.Text("value") is { } value)
            {
                terms.Add(new SearchTerm("identifier", $"{system}|{value}"));
            }
        }

        if (entry.Type == "Patient" && entry.Resource.Text("birthDate") is { } birthDate)
        {
            var families = JsonWalk.ObjectsAt(entry.Resource, "name").Select(static n => n.Text("family")).OfType<string>().Select(NameNormalization.Normalize).Distinct();
            terms.AddRange(families.Select(f => new SearchTerm("family-birthdate", $"{f}|{birthDate}")));
        }

        if (entry.Type != "Patient")
        {
            terms.AddRange(patients.Distinct().Select(static p => new SearchTerm("patient", p)));
        }

        return terms.ToImmutable();
    }
}
