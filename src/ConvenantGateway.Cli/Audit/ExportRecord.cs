using ConvenantGateway.Audit;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit;

/// <summary>
/// Makes an export a record: in the log itself where no node has it, else through the spool that the node reads every minute. A copy of a database has no node and no lock beside it: its log is not added to, and the
/// export says so.
/// </summary>
internal static class ExportRecord
{
    /// <summary>Records, or asks for the record; durable when it returns.</summary>
    /// <param name="database">The folder of the database, or a connection string of PostgreSQL.</param>
    /// <param name="state">The node's folder: that of the database, or its own where the database is on a server.</param>
    /// <param name="ownKey">The verifier key that the database names.</param>
    /// <param name="export">What was made.</param>
    /// <param name="time">The clock.</param>
    /// <param name="error">Gets a note where no record was made at once.</param>
    /// <exception cref="IOException">Neither could be written: the export must not be given out.</exception>
    public static void Make(string database, string state, string ownKey, SpooledExport export, TimeProvider time, TextWriter error)
    {
        if (!File.Exists(Path.Combine(state, "convenant.lock")))
        {
            error.WriteLine($"note: `{state}` is no node's data directory: the export stands in no log");
            return;
        }

        try
        {
            AppendAsync(database, ownKey, export, time).GetAwaiter().GetResult();
            return;
        }
        catch (LogInUseException)
        {
            error.WriteLine("note: a node has the log: it records the export within a minute");
        }
        catch (InvalidDataException e)
        {
            error.WriteLine($"note: the log is not added to ({e.Message}): the export is recorded when a node starts on a whole log");
        }

        new RecordSpool(state).Add(export);
    }

    private static async Task AppendAsync(string database, string ownKey, SpooledExport export, TimeProvider time)
    {
        var origin = VerifierKey.TryParse(ownKey, out var key) ? key.Name : throw new InvalidDataException("the database names no verifier key");
        await using var gateway = GatewayStore.Open(new StoreOptions { Database = database, LogOrigin = origin }, time);
        await gateway.Log.AppendAsync(export.ToRecord(time.GetUtcNow()), RecordSpool.Once(export), CancellationToken.None);
    }
}
