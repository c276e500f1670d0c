using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Reads and writes <c>log_key</c>: the keys of a log, the trees that each signs, and how each was handed its task.</summary>
internal static class LogKeyTable
{
    /// <summary>Why the first key signs.</summary>
    public const string First = "first";

    /// <summary>Why a key signs that took over within an epoch.</summary>
    public const string Rotation = "rotation";

    /// <summary>Why a key signs that began an epoch.</summary>
    public const string Epoch = "epoch";

    /// <summary>A row.</summary>
    public sealed record Row(long Seq, VerifierKey Key, long From, long? Until, string Why, byte[]? Handover, DateTimeOffset? Ends)
    {
        /// <summary>What others need of it.</summary>
        public LogKeyLink Link => new(Key, From, Until, Why, Handover);
    }

    /// <summary>The rows in order; empty for a log that was never opened.</summary>
    /// <exception cref="InvalidDataException">A row holds no verifier key, or the rows are not gapless.</exception>
    public static ImmutableArray<Row> Read(Database database)
    {
        var found = ImmutableArray.CreateBuilder<Row>();
        var rows = database.Prepare("SELECT seq, verifier_key, from_size, until_size, why, handover, ends FROM log_key ORDER BY seq");
        while (rows.Step())
        {
            if (rows.Long(0) != found.Count + 1 || !VerifierKey.TryParse(rows.Text(1), out var key))
            {
                rows.Reset();
                throw new InvalidDataException("`log_key` is not a list of verifier keys without gaps");
            }

            found.Add(new Row(rows.Long(0), key, rows.Long(2), rows.IsNull(3) ? null : rows.Long(3), rows.Text(4), rows.IsNull(5) ? null : rows.Bytes(5), rows.IsNull(6) ? null : DateTimeOffset.FromUnixTimeMilliseconds(rows.Long(6))));
        }

        return found.ToImmutable();
    }

    /// <summary>Adds the next key, inside the caller's transaction; the identity names it from now on.</summary>
    /// <returns>Its number.</returns>
    public static long Add(Database database, VerifierKey key, long from, string why, byte[]? handover)
    {
        var next = database.Prepare("SELECT coalesce(max(seq), 0) + 1 FROM log_key");
        _ = next.Step();
        var seq = next.Long(0);
        next.Reset();
        database.Prepare("INSERT INTO log_key (seq, verifier_key, from_size, why) VALUES (?1, ?2, ?3, ?4)").Bind(1, seq).Bind(2, key.ToString()).Bind(3, from).Bind(4, why).Run();
        if (handover is not null)
        {
            database.Prepare("UPDATE log_key SET handover = ?2 WHERE seq = ?1").Bind(1, seq).Bind(2, handover).Run();
        }

        database.Prepare("INSERT INTO log_identity (one, verifier_key) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET verifier_key = ?1").Bind(1, key.ToString()).Run();
        return seq;
    }

    /// <summary>Says that a key signs no larger tree than this, inside the caller's transaction.</summary>
    public static void End(Database database, long seq, long until) =>
        database.Prepare("UPDATE log_key SET until_size = ?2 WHERE seq = ?1").Bind(1, seq).Bind(2, until).Run();

    /// <summary>The keys to trust for someone who trusts one of them (<see cref="LogKeyLink.Trusting"/>).</summary>
    public static LogKeys Trusting(ImmutableArray<Row> rows, VerifierKey trusted, Func<long, ReadOnlyMemory<byte>> rootAt) => LogKeyLink.Trusting([.. rows.Select(static r => r.Link)], trusted, rootAt);
}
