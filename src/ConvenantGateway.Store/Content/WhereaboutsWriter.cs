namespace ConvenantGateway.Store;

/// <summary>Writes digests and open cases inside the log's transaction. A digest only ever gains: a category that somebody gave it, and the release.</summary>
internal static class WhereaboutsWriter
{
    /// <summary>Writes all.</summary>
    public static void Write(Database database, PreparedWrites prepared)
    {
        for (var i = 0; i < prepared.WhereaboutsPersons.Count; i++)
        {
            var write = prepared.Writes.Whereabouts[i];
            database.Prepare(
                """
                INSERT INTO whereabouts (person, kind, digest, category, source, first_seen, released) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                ON CONFLICT (person, kind, digest) DO UPDATE SET category = whereabouts.category | excluded.category, released = whereabouts.released | excluded.released
                """)
                .Bind(1, prepared.WhereaboutsPersons[i]).Bind(2, (long)write.Value.Kind).Bind(3, Convert.FromHexString(write.Value.Digest)).Bind(4, write.Value.Category.Bits)
                .Bind(5, write.Source.Value).Bind(6, write.SeenAt.UtcTicks).Bind(7, write.Value.IsReleased ? 1 : 0).RunLater();
        }

        for (var i = 0; i < prepared.CasePersons.Count; i++)
        {
            database.Prepare("INSERT INTO open_case (person, holder) VALUES (?1, ?2) ON CONFLICT DO NOTHING").Bind(1, prepared.CasePersons[i]).Bind(2, prepared.Writes.Cases[i].Holder.Value).RunLater();
        }
    }
}
