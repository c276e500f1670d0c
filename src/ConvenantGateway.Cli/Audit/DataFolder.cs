namespace ConvenantGateway.Cli.Audit;

/// <summary>The data directory that a <c>--database</c> means: the folder of <c>convenant.db</c>.</summary>
internal static class DataFolder
{
    /// <summary>The folder of a database file, or the folder itself.</summary>
    /// <exception cref="NotSupportedException">It is a connection string: this command works on files.</exception>
    public static string Of(string database) => database.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        ? throw new NotSupportedException("this command works on the embedded database; for PostgreSQL use pg_dump and pg_restore for the data and `audit` on the node's own machine for the log")
        : Directory.Exists(database) ? Path.GetFullPath(database) : Path.GetDirectoryName(Path.GetFullPath(database))!;
}
