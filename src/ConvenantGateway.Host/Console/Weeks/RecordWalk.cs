using System.Runtime.CompilerServices;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Walks a viewer's records page by page, newest first, so that no list is held whole.</summary>
internal static class RecordWalk
{
    private const int PageSize = 500;

    /// <summary>The records.</summary>
    /// <param name="log">The log.</param>
    /// <param name="viewer">Whose view.</param>
    /// <param name="query">Which; its limit and its place do not count.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public static async IAsyncEnumerable<VisibleRecord> NewestFirstAsync(
        ILogReading log, string viewer, RecordQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long? before = null;
        while (true)
        {
            var page = await log.ListAsync(viewer, query with { Before = before, Limit = PageSize }, cancellation);
            foreach (var seen in page)
            {
                yield return seen;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            before = page[^1].Index;
        }
    }
}
