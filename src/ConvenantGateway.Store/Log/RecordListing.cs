using System.Text;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>The statement of a record query: a text per set of filters, so that it stays prepared. Every text begins with the viewer.</summary>
internal static class RecordListing
{
    private const int MaxLimit = 500;
    private const int FirstType = 12;

    /// <summary>Prepares and binds.</summary>
    public static Statement Select(Database database, ViewSealer sealer, string viewer, RecordQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, MaxLimit);
        // A person's records are found from the person: the key (person, viewer, idx) also gives their order, so that a page costs what it holds and not what the log holds.
        var (from, at) = query.Person is null
            ? ("view v JOIN leaf l ON l.idx = v.idx WHERE v.viewer = ?1", "v.idx")
            : ("view_person p JOIN view v ON v.viewer = p.viewer AND v.idx = p.idx JOIN leaf l ON l.idx = p.idx WHERE p.person = ?9 AND p.viewer = ?1", "p.idx");
        var sql = new StringBuilder($"SELECT l.idx, l.bytes, v.sealed FROM {from} AND {at} < ?2");
        If(query.From is not null, " AND l.time >= ?3 AND v.idx >= (SELECT min(idx) FROM leaf WHERE time >= ?3)");
        If(query.Until is not null, " AND l.time < ?4");
        If(query.Partner is not null, " AND (l.caller = ?5 OR l.counterparty = ?5)");
        If(query.Rule is not null, " AND replace(l.rules, ?6, '') <> l.rules");
        If(query.Outcome is not null, " AND l.outcome = ?7");
        If(query.Purpose is not null, " AND l.purpose = ?8");
        If(query.Types.Count > 0, $" AND l.type IN ({string.Join(", ", query.Types.Select(static (_, i) => $"?{FirstType + i}"))})");
        sql.Append(" ORDER BY ").Append(at).Append(" DESC LIMIT ?11");
        var rows = database.Prepare(sql.ToString()).Bind(1, viewer).Bind(2, query.Before ?? long.MaxValue).Bind(11, query.Limit);
        BindIf(query.From is not null, () => rows.Bind(3, query.From!.Value.ToUnixTimeMilliseconds()));
        BindIf(query.Until is not null, () => rows.Bind(4, query.Until!.Value.ToUnixTimeMilliseconds()));
        BindIf(query.Partner is not null, () => rows.Bind(5, query.Partner));
        BindIf(query.Rule is not null, () => rows.Bind(6, $" {query.Rule} "));
        BindIf(query.Outcome is not null, () => rows.Bind(7, query.Outcome));
        BindIf(query.Purpose is not null, () => rows.Bind(8, query.Purpose));
        BindIf(query.Person is not null, () => rows.Bind(9, sealer.Blind(viewer, query.Person!.Value.Span)));
        for (var i = 0; i < query.Types.Count; i++)
        {
            rows.Bind(FirstType + i, (long)query.Types[i]);
        }

        return rows;

        void If(bool asked, string condition)
        {
            if (asked)
            {
                sql.Append(condition);
            }
        }

        static void BindIf(bool asked, Action bind)
        {
            if (asked)
            {
                bind();
            }
        }
    }
}
