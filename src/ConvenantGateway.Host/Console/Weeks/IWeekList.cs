using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>One list of the Weekcontrole (domain.md 10.6, 21), filled during one walk over the records. One instance per review; not thread safe.</summary>
internal interface IWeekList
{
    /// <summary>What it is called and what for.</summary>
    WeekListTitle Title { get; }

    /// <summary>Takes a record of the own organisation's view, newest first. It may be from before the period: the walk begins <see cref="WithoutFollowUpList.FollowUpDays"/> days earlier.</summary>
    void See(VisibleRecord seen);

    /// <summary>The lines, after the walk.</summary>
    ValueTask<IReadOnlyList<WeekLine>> LinesAsync(CancellationToken cancellation);
}
