using System.Globalization;
using System.Text;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Counts in one pass over a viewer's rows, and finds the checkpoint of a moment. No leaf is parsed and nothing is unsealed.</summary>
internal static class RecordCounting
{
    private const int FirstEdge = 2;

    /// <summary>The groups that have a record. The text of the statement depends on the number of periods and the types only, so that it stays prepared.</summary>
    public static IReadOnlyList<RecordCount> Read(Database database, string viewer, RecordCountQuery query)
    {
        var rows = database.Prepare(Text(query)).Bind(1, viewer);
        for (var i = 0; i < query.Edges.Length; i++)
        {
            rows.Bind(FirstEdge + i, query.Edges[i].ToUnixTimeMilliseconds());
        }

        var found = new List<RecordCount>();
        while (rows.Step())
        {
            found.Add(new RecordCount(rows.Int(0), (RecordType)rows.Int(1), rows.Text(2), rows.Text(3), rows.Text(4), rows.Long(5) != 0, rows.Long(6)));
        }

        return found;
    }

    /// <summary>The first checkpoint that covers the last record from before an instant; null if there is no such record.</summary>
    public static byte[]? CheckpointOf(Database database, DateTimeOffset until)
    {
        var row = database.Prepare(
            """
            SELECT note FROM checkpoint WHERE size > (SELECT idx FROM leaf WHERE time < ?1 ORDER BY time DESC, idx DESC LIMIT 1) ORDER BY size LIMIT 1
            """).Bind(1, until.ToUnixTimeMilliseconds());
        if (!row.Step())
        {
            return null;
        }

        var note = row.Bytes(0);
        row.Reset();
        return note;
    }

    private static string Text(RecordCountQuery query)
    {
        var last = FirstEdge + query.Edges.Length - 1;
        var sql = new StringBuilder("SELECT CAST(CASE");
        for (var i = 0; i < query.Edges.Length - 2; i++)
        {
            sql.Append(CultureInfo.InvariantCulture, $" WHEN l.time < ?{FirstEdge + i + 1} THEN {i}");
        }

        // A CASE needs a branch, also where there is one period only.
        sql.Append(CultureInfo.InvariantCulture, $" WHEN l.time < ?{last} THEN {query.Edges.Length - 2} END AS BIGINT), l.type, l.caller, l.counterparty, l.outcome, l.emergency, count(*)")
            .Append(" FROM view v JOIN leaf l ON l.idx = v.idx WHERE v.viewer = ?1")
            .Append(CultureInfo.InvariantCulture, $" AND l.time >= ?{FirstEdge} AND l.time < ?{last} AND v.idx >= (SELECT min(idx) FROM leaf WHERE time >= ?{FirstEdge})")
            .Append(CultureInfo.InvariantCulture, $" AND l.type IN ({string.Join(", ", query.Types.Distinct().Order().Select(static t => ((int)t).ToString(CultureInfo.InvariantCulture)))})")
            .Append(" GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6");
        return sql.ToString();
    }
}
