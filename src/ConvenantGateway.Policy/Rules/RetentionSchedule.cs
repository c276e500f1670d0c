using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>The retention schedule. Where no row governs, nothing is ever due. Immutable; thread safe.</summary>
public sealed class RetentionSchedule
{
    private readonly ImmutableArray<Profile> _profiles;

    internal RetentionSchedule(ImmutableArray<RetentionTerm> terms, ImmutableArray<Profile> profiles) => (Terms, _profiles) = (terms, profiles);

    /// <summary>A schedule without rows.</summary>
    public static RetentionSchedule Empty { get; } = new([], []);

    /// <summary>The rows, as they stand in the file.</summary>
    public ImmutableArray<RetentionTerm> Terms { get; }

    /// <summary>The row that governs: one that names the kind, else the one for every kind; null if there is none.</summary>
    /// <param name="record"><c>log</c> or <c>dossier</c>.</param>
    /// <param name="kind">The viewer's kind of party; null for a viewer that is no party, such as the operator.</param>
    /// <param name="day">Chooses the legal profile.</param>
    public RetentionTerm? Find(string record, PartyKind? kind, DateOnly day)
    {
        var profile = -1;
        for (var i = 0; i < _profiles.Length && _profiles[i].From <= day; i++)
        {
            profile = i;
        }

        RetentionTerm? general = null;
        foreach (var term in Terms)
        {
            if (term.Record != record || profile < 0 || (term.Profiles >> profile & 1) == 0)
            {
                continue;
            }

            if (term.Parties.IsEmpty)
            {
                general = term;
            }
            else if (kind is { } known && term.Parties.Contains(known))
            {
                return term;
            }
        }

        return general;
    }

    /// <summary>The schedule with the covenant's shorter terms.</summary>
    internal RetentionSchedule Narrowed(ImmutableDictionary<string, int> months) =>
        new([.. Terms.Select(t => months.TryGetValue(t.Id, out var n) ? t with { Months = n } : t)], _profiles);
}
