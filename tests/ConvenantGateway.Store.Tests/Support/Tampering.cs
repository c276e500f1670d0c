using System.Data.Common;
using System.Text.RegularExpressions;
using Npgsql;

namespace ConvenantGateway.Store.Tests;

/// <summary>Statements of tests, written for SQLite, on either engine.</summary>
internal static partial class Tampering
{
    /// <summary>Runs a statement.</summary>
    /// <returns>The rows that it changed.</returns>
    public static int Execute(this DbConnection connection, string sql, params byte[][] values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row.</summary>
    public static object? Scalar(this DbConnection connection, string sql)
    {
        using var command = Command(connection, sql, []);
        return command.ExecuteScalar();
    }

    /// <summary>The first column of all rows, which holds bytes or, on SQLite, text.</summary>
    public static List<byte[]> Bytes(this DbConnection connection, string sql)
    {
        using var command = Command(connection, sql, []);
        using var reader = command.ExecuteReader();
        var rows = new List<byte[]>();
        while (reader.Read())
        {
            rows.Add(reader.GetFieldValue<byte[]>(0));
        }

        return rows;
    }

    private static DbCommand Command(DbConnection connection, string sql, byte[][] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of these tests.
        command.CommandText = connection is NpgsqlConnection ? Postgres(sql) : sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = connection is NpgsqlConnection ? "" : $"?{i + 1}";
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string Postgres(string sql)
    {
        sql = Literal().Replace(sql, "'\\x$1'::bytea");
        sql = Trigger().Replace(sql, "DROP TRIGGER $1_$2 ON $1");
        sql = Zeros().Replace(sql, "decode(repeat('00', $1), 'hex')");
        sql = Replaced().Replace(sql, "convert_to(replace(convert_from(bytes, 'UTF8'), $1), 'UTF8')");
        return Parameter().Replace(sql, "$$$1");
    }

    [GeneratedRegex("x'([0-9a-f]*)'")]
    private static partial Regex Literal();

    [GeneratedRegex(@"DROP TRIGGER (\w+)_(stays|kept)")]
    private static partial Regex Trigger();

    [GeneratedRegex(@"zeroblob\((length\(\w+\))\)")]
    private static partial Regex Zeros();

    [GeneratedRegex(@"CAST\(replace\(CAST\(bytes AS TEXT\), ([^)]*)\) AS BLOB\)")]
    private static partial Regex Replaced();

    [GeneratedRegex(@"\?(\d+)")]
    private static partial Regex Parameter();
}
