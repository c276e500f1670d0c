namespace ConvenantGateway.Policy;

/// <summary>One day of every stretch of time in which no profile and no kind of party changes.</summary>
internal static class LawDates
{
    public static IReadOnlyList<DateOnly> Of(IEnumerable<Vocabulary> vocabularies)
    {
        var dates = new SortedSet<DateOnly>();
        foreach (var words in vocabularies)
        {
            dates.UnionWith(words.Profiles.Select(p => p.From));
            foreach (var kind in words.Kinds.Values)
            {
                dates.Add(kind.From);
                if (kind.Until is { } until && until < DateOnly.MaxValue)
                {
                    dates.Add(until.AddDays(1));
                }
            }
        }

        return [.. dates];
    }
}
