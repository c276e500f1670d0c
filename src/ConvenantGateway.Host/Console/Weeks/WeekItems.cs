using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// What was done with lines, read back from the organisation's own records: no table holds it. A sign-off assigns the lines that it left open.
/// </summary>
internal sealed class WeekItems
{
    /// <summary>How far back records are read, in weeks: what stayed open for longer stands in the sign-offs of then.</summary>
    public const int WeeksBack = 26;

    private readonly Dictionary<(string List, string Key), List<WeekItem>> _items = [];

    /// <summary>Each line's newest.</summary>
    public IEnumerable<WeekItem> Newest => _items.Values.Select(static i => i[0]);

    /// <summary>Lines that somebody took up and did not finish, the earliest deadline first.</summary>
    public IEnumerable<WeekItem> Unfinished => Newest.Where(static i => i.Step == WeekStep.Assigned).OrderBy(static i => i.Deadline).ThenBy(static i => i.Index);

    /// <summary>Reads the newest half year before an instant, and all after it.</summary>
    public static async ValueTask<WeekItems> ReadAsync(ILogReading log, string organisation, DateTimeOffset before, CancellationToken cancellation)
    {
        var items = new WeekItems();
        var query = new RecordQuery { Types = [RecordType.WeekItem, RecordType.Weekcontrole], From = before.AddDays(-7 * WeeksBack) };
        await foreach (var seen in RecordWalk.NewestFirstAsync(log, organisation, query, cancellation))
        {
            if (seen.Record.Type == RecordType.Weekcontrole)
            {
                foreach (var item in new WeekReport(seen).LeftOpen())
                {
                    items.Add(item);
                }
            }
            else if (WeekItem.Read(seen) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    /// <summary>What was done with a line, newest first.</summary>
    public IReadOnlyList<WeekItem> Of(string list, string key) => _items.GetValueOrDefault((list, key)) ?? [];

    /// <summary>How far a line is.</summary>
    public WeekStep StepOf(string list, string key) => Of(list, key) is [var newest, ..] ? newest.Step : WeekStep.Open;

    private void Add(WeekItem item)
    {
        if (!_items.TryGetValue((item.List, item.Key), out var all))
        {
            _items[(item.List, item.Key)] = all = [];
        }

        all.Add(item);
    }
}
