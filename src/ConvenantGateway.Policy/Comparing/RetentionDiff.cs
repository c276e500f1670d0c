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
                    Term(record, kind, date, old.Retention.Find(record, kind, date), now.Retention.Find(record, kind, date), allowed, denied);
                }
            }
        }
    }

    private static void Term(string record, PartyKind? kind, DateOnly date, RetentionTerm? was, RetentionTerm? will, ImmutableArray<PolicyChange>.Builder allowed, ImmutableArray<PolicyChange>.Builder denied)
    {
        var where = $"retention, {record}, {kind?.Code ?? "no party"}";
        var example = $"values of class {record} of {kind?.Code ?? "no party"}, law of {date:yyyy-MM-dd}";
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
