using System.Runtime.CompilerServices;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>Reads what a viewer sees of a period, page by page. Thread safe.</summary>
public static class ProjectionReading
{
    /// <summary>So many records are in memory at once.</summary>
    public const int PageSize = 500;

    /// <summary>The records, newest first.</summary>
    /// <param name="log">The log.</param>
    /// <param name="viewer">Through whose eyes.</param>
    /// <param name="format">What will be made of them.</param>
    /// <param name="from">From this instant.</param>
    /// <param name="until">Before this instant.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async IAsyncEnumerable<VisibleRecord> ReadAsync(
        ILogReading log, string viewer, ProjectionFormat format, DateTimeOffset from, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long? before = null;
        while (true)
        {
            var query = new RecordQuery { Types = format.Table.Types, From = from, Until = until, Before = before, Limit = PageSize };
            var records = await log.ListAsync(viewer, query, cancellation);
            foreach (var record in records)
            {
                yield return record;
            }

            if (records.Count < PageSize)
            {
                yield break;
            }

            before = records[^1].Index;
        }
    }
}
