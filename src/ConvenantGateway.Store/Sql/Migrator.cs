using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Store;

/// <summary>Applies numbered migrations, each in its own transaction, and refuses a database whose history is not ours.</summary>
internal static class Migrator
{
    /// <summary>Brings the database to the newest version.</summary>
    /// <param name="database">A writing connection.</param>
    /// <param name="folder"><c>Gateway</c> or <c>Keys</c>; those of PostgreSQL in <c>Postgres/</c>.</param>
    /// <param name="now">When.</param>
    /// <exception cref="InvalidDataException">The database is newer than this build, or a migration was changed after it was applied.</exception>
    public static void Migrate(Database database, string folder, DateTimeOffset now)
    {
        database.Run(database.Ledger);
        var known = Load(folder);
        var applied = Applied(database);
        if (applied.Count > known.Count)
        {
            throw new InvalidDataException($"the database has migration {applied.Count} and this build knows {known.Count}: it is older than the database");
        }

        for (var i = 0; i < known.Count; i++)
        {
            var (name, sql) = known[i];
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (i < applied.Count)
            {
                if (applied[i] != digest)
                {
                    throw new InvalidDataException($"migration `{name}` was changed after it was applied");
                }

                continue;
            }

            database.Begin();
            database.RunLong(sql);
            database.Prepare("INSERT INTO schema_version (number, name, digest, applied) VALUES (?1, ?2, ?3, ?4)")
                .Bind(1, i + 1).Bind(2, name).Bind(3, digest).Bind(4, now.ToUnixTimeMilliseconds()).Run();
            database.Commit();
        }
    }

    private static List<string> Applied(Database database)
    {
        var rows = database.Prepare("SELECT digest FROM schema_version ORDER BY number");
        var digests = new List<string>();
        while (rows.Step())
        {
            digests.Add(rows.Text(0));
        }

        return digests;
    }

    private static List<(string Name, string Sql)> Load(string folder)
    {
        var assembly = typeof(Migrator).Assembly;
        var found = new List<(string Name, string Sql)>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith($"{folder}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            var name = Path.GetFileNameWithoutExtension(resource);
            if (int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture) != found.Count + 1)
            {
                throw new InvalidOperationException($"migration `{name}` leaves a gap");
            }

            found.Add((name, reader.ReadToEnd()));
        }

        return found;
    }
}
