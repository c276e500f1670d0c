using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What an officer looked at, from the officer's own view: asked for the officer at the screen only, never for another.</summary>
internal static class OwnLooks
{
    /// <summary>True if this officer opened the page of a log line.</summary>
    /// <param name="log">The log.</param>
    /// <param name="officer">The officer at the screen.</param>
    /// <param name="index">The log line.</param>
    /// <param name="since">When the line was written: nobody looked before.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public static async ValueTask<bool> HasOpenedAsync(ILogReading log, Officer officer, long index, DateTimeOffset since, CancellationToken cancellation)
    {
        var page = $"/uitwisselingen/{index}";
        var query = new RecordQuery { Types = [RecordType.Look], From = since, Outcome = "released" };
        await foreach (var seen in RecordWalk.NewestFirstAsync(log, officer.Id, query, cancellation))
        {
            if (seen.Record.Caller == officer.Id && ReviewContext.Value(seen, "page") == page)
            {
                return true;
            }
        }

        return false;
    }
}
