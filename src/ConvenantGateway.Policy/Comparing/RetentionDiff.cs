using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>
/// What a change of terms does: for every class of records, kind of party and date of the law. A longer term lets values be read longer, a shorter one lets them be erased sooner, and neither can be undone by
/// going back: both are newly allowed, and the parties sign.
/// </summary>
internal static class RetentionDiff
{
    public static void Compare(PolicySnapshot old, PolicySnapshot now, ImmutableArray<PolicyChange>.Builder allowed, ImmutableArray<PolicyChange>.Builder denied)
    {
        Vocabulary[] words = [old.Decider.Table.Words, now.Decider.Table.Words];
        PartyKind?[] kinds = [null, .. words.SelectMany(static w => w.Kinds.Keys).Distinct(StringComparer.Ordinal).Select(static k => (PartyKind?)new PartyKind(k))];
        foreach (var date in LawDates.Of(words))
        {
            foreach (var record in RetentionFile.Records)
            {
                foreach (var kind in kinds)
                {
                    Term(record, kind?.Code ?? "no party", date, old.Retention.Find(record, kind, date), now.Retention.Find(record, kind, date), allowed, denied);
                }

                foreach (var (viewer, was, will) in Moved(old, now, record))
                {
                    Term(record, viewer, date, old.Retention.Find(record, was, date), now.Retention.Find(record, will, date), allowed, denied);
                }
            }
        }
    }

    // Who leaves, or becomes another kind, leaves values behind that another row governs from then on. An officer has looks only, which are of the class `log`.
    private static IEnumerable<(string Viewer, PartyKind? Was, PartyKind? Will)> Moved(PolicySnapshot old, PolicySnapshot now, string record)
    {
        IEnumerable<(string Viewer, PartyKind? Was, PartyKind? Will)> parties = old.Partners.Select(p => (p.Key.ToString(), (PartyKind?)p.Value.Kind, now.Partners.GetValueOrDefault(p.Key)?.Kind));
        IEnumerable<(string Viewer, PartyKind? Was, PartyKind? Will)> officers = record != RetentionFile.Log ? [] : old.Officers.Values.Select(o => (o.Id, KindOf(o, old), KindOf(now.Officers.Values.FirstOrDefault(n => n.Id == o.Id), now)));
        return parties.Concat(officers).Where(static m => m.Was != m.Will).OrderBy(static m => m.Viewer, StringComparer.Ordinal);
    }

    private static PartyKind? KindOf(Officer? officer, PolicySnapshot snapshot) => officer is null ? null : snapshot.Partners.GetValueOrDefault(officer.Organisation)?.Kind;

    private static void Term(string record, string whose, DateOnly date, RetentionTerm? was, RetentionTerm? will, ImmutableArray<PolicyChange>.Builder allowed, ImmutableArray<PolicyChange>.Builder denied)
    {
        var where = $"retention, {record}, {whose}";
        var example = $"values of class {record} of {whose}, law of {date:yyyy-MM-dd}";
        if (was?.Months != will?.Months)
        {
            var change = new PolicyChange(where, $"kept {Word(will)} instead of {Word(was)}", example);
            allowed.Add(change);
            denied.Add(change);
        }

        if (was?.NeedsReview != will?.NeedsReview)
        {
            (will?.NeedsReview == false ? allowed : denied).Add(new PolicyChange(where, will?.NeedsReview == false ? "erased without review" : "erased only after review, or never", example));
        }
    }

    private static string Word(RetentionTerm? term) => term is null ? "for ever" : $"{term.Months} months";
}
