using ConvenantGateway.Audit;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit;

/// <summary>
/// Makes a use of the log a record: in the log itself where no node has it, else through the spool that the node reads every minute. A copy of a database file has no node and no lock beside it: its log is not added to,
/// and the command says so. A database on a server cannot be told from a copy by what lies beside it: there the node's own folder must be given.
/// </summary>
internal static class UseRecord
{
    /// <summary>Records, or asks for the record; durable when it returns.</summary>
    /// <param name="place">Where the log is.</param>
    /// <param name="ownKey">The verifier key that the database names.</param>
    /// <param name="use">What is given out.</param>
    /// <param name="time">The clock.</param>
    /// <param name="error">Gets a note where no record was made at once.</param>
    /// <exception cref="IOException">Neither could be written: nothing may be given out.</exception>
    /// <exception cref="AuditUnavailableException">The same.</exception>
    public static void Make(UsePlace place, string ownKey, SpooledUse use, TimeProvider time, TextWriter error)
    {
        if (!place.IsNode)
        {
            if (place.IsServer)
            {
                throw new IOException($"`{place.State}` is no node's data directory: name with `--state` that of the node which writes `{place.Name}`; what stands in no log is not given out");
            }

            error.WriteLine($"note: `{place.State}` is no node's data directory: this stands in no log");
            return;
        }

        try
        {
            AppendAsync(place, ownKey, use, time).GetAwaiter().GetResult();
            return;
        }
        catch (LogInUseException)
        {
            error.WriteLine("note: a node has the log: it records this within a minute");
        }
        catch (InvalidDataException e)
        {
            error.WriteLine($"note: the log is not added to ({e.Message}): this is recorded when a node starts on a whole log");
        }

        new RecordSpool(place.State).Add(use);
    }

    private static async Task AppendAsync(UsePlace place, string ownKey, SpooledUse use, TimeProvider time)
    {
        var origin = VerifierKey.TryParse(ownKey, out var key) ? key.Name : throw new InvalidDataException("the database names no verifier key");
        var options = new StoreOptions { Database = place.Database, State = place.IsServer ? place.State : null, LogOrigin = origin };
        await using var gateway = GatewayStore.Open(options, time);
        await gateway.Log.AppendAsync(use.ToRecord(time.GetUtcNow()), RecordSpool.Once(use), CancellationToken.None);
    }
}
