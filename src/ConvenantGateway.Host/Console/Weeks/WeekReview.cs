namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>A review of a period: each list with its lines, and what was done with them. Made by <see cref="WeekReviews"/>; immutable for its page.</summary>
/// <param name="Period">The weeks.</param>
/// <param name="Lists">The lists in the order of the page.</param>
/// <param name="Items">What was done.</param>
/// <param name="Exchanges">How many exchanges there were in the period, refusals included.</param>
internal sealed record WeekReview(WeekPeriod Period, IReadOnlyList<(WeekListTitle Title, IReadOnlyList<WeekLine> Lines)> Lists, WeekItems Items, WeekCount Exchanges)
{
    /// <summary>How far a line is.</summary>
    public WeekStep StepOf(WeekListTitle list, WeekLine line) => Items.StepOf(list.Id, line.Key);

    /// <summary>The lines of a list, those that wait first.</summary>
    public IEnumerable<WeekLine> Sorted(WeekListTitle list) => LinesOf(list).OrderBy(l => StepOf(list, l));

    /// <summary>The lines of a list.</summary>
    public IReadOnlyList<WeekLine> LinesOf(WeekListTitle list) => Lists.First(l => l.Title == list).Lines;

    /// <summary>How many lines of a list are at a step.</summary>
    public int CountOf(WeekListTitle list, WeekStep step) => LinesOf(list).Count(l => StepOf(list, l) == step);

    /// <summary>Lines of the sample that were not judged: the week cannot be closed.</summary>
    public int SampleLeft => LinesOf(WeekListTitles.Sample).Count(l => StepOf(WeekListTitles.Sample, l) != WeekStep.Finished);

    /// <summary>Lines outside the sample that nobody took up.</summary>
    public IEnumerable<(WeekListTitle List, WeekLine Line)> Open =>
        Lists.Where(static l => l.Title != WeekListTitles.Sample).SelectMany(l => l.Lines.Where(line => StepOf(l.Title, line) == WeekStep.Open).Select(line => (l.Title, line)));

    /// <summary>A line by its names; null if it is not there.</summary>
    public (WeekListTitle List, WeekLine Line)? Find(string? list, string? key) =>
        Lists.Where(l => l.Title.Id == list).SelectMany(static l => l.Lines.Select(line => (l.Title, line))).Where(l => l.line.Key == key).Select(static l => ((WeekListTitle, WeekLine)?)l).FirstOrDefault();
}
