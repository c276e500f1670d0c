using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit.Erasing;

/// <summary>Values whose term has passed, with what stops their erasure.</summary>
/// <param name="Values">The values.</param>
/// <param name="Term">The row that governs.</param>
/// <param name="Ended">When the term ended.</param>
/// <param name="Holds">The holds that stop it; empty for none.</param>
internal sealed record DueValues(KeptValues Values, RetentionTerm Term, DateTimeOffset Ended, ImmutableArray<LegalHold> Holds)
{
    /// <summary>Everything that is due; and how many values no row governs.</summary>
    public static (ImmutableArray<DueValues> Due, int Ungoverned) Find(LogPersons persons, PolicySnapshot policy, ImmutableArray<string> viewers, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var law = policy.Covenant.Reenactment ?? today;
        var due = ImmutableArray.CreateBuilder<DueValues>();
        var ungoverned = 0;
        foreach (var values in persons.Kept())
        {
            if (!viewers.IsEmpty && !viewers.Contains(values.Viewer))
            {
                continue;
            }

            if (policy.Retention.Find(RetentionClassNames.NameOf(values.Retention), KindOf(values.Viewer, policy), law) is not { } term)
            {
                ungoverned++;
            }
            else if (term.EndsAfter(values.Last) is var ended && ended <= now)
            {
                due.Add(new DueValues(values, term, ended, persons.Stopping(values, today)));
            }
        }

        return (due.ToImmutable(), ungoverned);
    }

    private static PartyKind? KindOf(string viewer, PolicySnapshot policy)
    {
        if (policy.Officers.Values.FirstOrDefault(o => o.Id == viewer) is { } officer)
        {
            return policy.Partners.TryGetValue(officer.Organisation, out var own) ? own.Kind : null;
        }

        return PartnerId.TryParse(viewer, out var id) && policy.Partners.TryGetValue(id, out var partner) ? partner.Kind : null;
    }
}
