using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>What an SQLSTATE of PostgreSQL means (PostgreSQL 15, appendix A).</summary>
internal static class PostgresFaults
{
    private const string ConstraintClass = "23";

    // What one item's values can break: data exceptions, constraints, and an index entry that is too large.
    private static readonly string[] ItemClasses = ["22", ConstraintClass, "54"];

    // Damage (XX), and a schema that is not ours (42): no later batch can succeed. 42501, a right that was taken, can be given back.
    private static readonly string[] PermanentClasses = ["XX", "42"];

    /// <summary>
    /// True if no later batch can succeed. A full disk (53100), a server that shuts down or recovers (57P), a read-only one (25006) and a refused login (28) heal. A sync that fails makes the server
    /// stop by itself (PANIC) and recover from its log: what is stored then is asked before the next batch.
    /// </summary>
    public static bool IsPermanent(PostgresException e) => e.SqlState != PostgresErrorCodes.InsufficientPrivilege && IsOf(e, PermanentClasses);

    /// <summary>True for a broken constraint.</summary>
    public static bool IsConstraint(PostgresException e) => e.SqlState.StartsWith(ConstraintClass, StringComparison.Ordinal);

    /// <summary>True where the whole batch must fail, not one item.</summary>
    public static bool ConcernsTheBatch(PostgresException e) => !IsOf(e, ItemClasses);

    private static bool IsOf(PostgresException e, string[] classes) => classes.Any(c => e.SqlState.StartsWith(c, StringComparison.Ordinal));
}
