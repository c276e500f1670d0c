using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>Writes prepared companion writes inside the log's transaction. Used by whoever has the log's turn.</summary>
internal sealed class CompanionWriter(Database database)
{
    // The row that was inserted just before. An engine that sends statements together has not said its number yet.
    private const string Written = "FROM resource r WHERE r.register = ?4 AND r.type = ?5 AND r.id = ?6 AND r.version = ?7";

    /// <summary>Writes all, or leaves it to the next <see cref="Database.Flush"/>; the caller rolls back to its savepoint on any exception.</summary>
    /// <param name="prepared">What to write.</param>
    /// <param name="now">The record's time: an idempotency key that expired before it may be used again.</param>
    /// <param name="index">The index that the record gets.</param>
    /// <exception cref="CompanionConflictException">A uniqueness rule was broken.</exception>
    public void Write(PreparedWrites prepared, DateTimeOffset now, long index)
    {
        var writes = prepared.Writes;
        if (writes.Claim is { } claim)
        {
            Unique("transaction", database.Prepare("INSERT INTO claim (caller, tx) VALUES (?1, ?2)")
                .Bind(1, claim.Caller.Value).Bind(2, claim.Transaction.ToByteArray(bigEndian: true)));
        }

        foreach (var consent in writes.RestsOn)
        {
            RestsOn(consent);
        }

        if (writes.Idempotency is { } entry)
        {
            Idempotency(entry, prepared, now);
        }

        if (writes.Outcome is { } used)
        {
            Outcome(used, now);
        }

        foreach (var resource in prepared.Resources)
        {
            Resource(resource);
        }

        for (var i = 0; i < prepared.Permissions.Count; i++)
        {
            Permission(writes.Permissions[i], prepared.Permissions[i].Person, prepared.Permissions[i].Content);
        }

        WhereaboutsWriter.Write(database, prepared);
        if (writes.Dossier is { } dossier)
        {
            database.Prepare("INSERT INTO dossier (id, caller, expires, wrapped, sealed) VALUES (?1, ?2, ?3, ?4, ?5)")
                .Bind(1, dossier.Id.ToByteArray(bigEndian: true)).Bind(2, dossier.Caller.Value).Bind(3, dossier.Expires.UtcTicks)
                .Bind(4, prepared.Dossier.Wrapped).Bind(5, prepared.Dossier.Sealed).RunLater();
        }

        if (writes.Hold is { } hold)
        {
            database.Prepare("INSERT INTO hold (tx, sender, receiver, held, reasons_wrapped, reasons_sealed, body_wrapped, body_sealed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                .Bind(1, hold.Transaction.ToByteArray(bigEndian: true)).Bind(2, hold.Sender.Value).Bind(3, hold.Receiver.Value).Bind(4, hold.HeldAt.UtcTicks)
                .Bind(5, prepared.HoldReasons.Wrapped).Bind(6, prepared.HoldReasons.Sealed).Bind(7, prepared.HoldBody.Wrapped).Bind(8, prepared.HoldBody.Sealed).RunLater();
        }

        if (writes.Inquiry is { } inquiry)
        {
            database.Prepare("INSERT INTO inquiry (officer, number, organisations, until) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (officer, number) DO UPDATE SET organisations = excluded.organisations, until = excluded.until")
                .Bind(1, inquiry.Officer).Bind(2, inquiry.Number).Bind(3, string.Join(' ', inquiry.Organisations)).Bind(4, inquiry.Until.UtcTicks).RunLater();
        }

        if (writes.PersonReport is { } report)
        {
            PersonReport(report, prepared.PersonReport, index);
        }

        EvidenceWriter.Write(database, writes);
        if (writes.PolicySet is { } set)
        {
            PolicySetWriter.Write(database, set);
        }

        if (writes.Erasure is { } tombstone)
        {
            ErasureTable.Write(database, tombstone, index);
        }

        if (writes.Orders is HoldWrites holds)
        {
            foreach (var laid in holds.Laid)
            {
                LegalHoldTable.Lay(database, laid);
            }

            LegalHoldTable.Lift(database, holds.Lifted, holds.By);
        }
    }

    private void PersonReport(PersonReportFile report, byte[] envelope, long index)
    {
        var id = report.Request.Id.ToByteArray(bigEndian: true);
        var before = database.Prepare("SELECT idx FROM person_report WHERE id = ?1 AND revision = ?2").Bind(1, id).Bind(2, report.Revision - 1);
        if (before.Step())
        {
            var written = before.Long(0);
            before.Reset();
            if (ErasureTable.Find(database, written, report.Request.Viewer, envelope) is not null)
            {
                // Read before the erasure, changed after it: the change would bring back what was erased.
                throw new CompanionConflictException("person-report");
            }
        }

        Unique("person-report", database.Prepare("INSERT INTO person_report (id, revision, viewer, received, wrapped, sealed, idx, persons) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .Bind(1, id).Bind(2, report.Revision).Bind(3, report.Request.Viewer).Bind(4, report.Request.Received.UtcTicks)
            .Bind(5, ReadOnlySpan<byte>.Empty).Bind(6, envelope).Bind(7, index).Bind(8, ViewEnvelope.PersonsSpan(envelope)));
    }

    private void RestsOn(ConsentVersion consent)
    {
        var row = database.Prepare("SELECT 1 FROM resource WHERE register = ?1 AND type = 'Consent' AND id = ?2 AND version = ?3 AND newest = 1")
            .Bind(1, consent.Register.Value).Bind(2, consent.Id).Bind(3, consent.Version);
        if (!row.Step())
        {
            throw new CompanionConflictException("consent");
        }

        row.Reset();
    }

    /// <summary>An outcome counts once. What expired over a day ago would be refused anyway and is forgotten; the day is for clocks that were set back.</summary>
    private void Outcome(UsedOutcome used, DateTimeOffset now)
    {
        database.Prepare("DELETE FROM used_outcome WHERE expires <= ?1").Bind(1, now.AddDays(-1).UtcTicks).RunLater();
        Unique("outcome", database.Prepare("INSERT INTO used_outcome (id, caller, expires) VALUES (?1, ?2, ?3)")
            .Bind(1, used.Id.ToByteArray(bigEndian: true)).Bind(2, used.Caller.Value).Bind(3, used.Expires.UtcTicks));
    }

    private void Idempotency(IdempotencyEntry entry, PreparedWrites prepared, DateTimeOffset now)
    {
        database.Prepare("DELETE FROM idempotency WHERE caller = ?1 AND name = ?2 AND expires <= ?3")
            .Bind(1, entry.Caller.Value).Bind(2, prepared.IdempotencyName).Bind(3, now.UtcTicks).RunLater();
        Unique("idempotency-key", database.Prepare("INSERT INTO idempotency (caller, name, digest, tx, status, expires, wrapped, sealed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .Bind(1, entry.Caller.Value).Bind(2, prepared.IdempotencyName).Bind(3, entry.RequestDigest).Bind(4, entry.Transaction.ToByteArray(bigEndian: true))
            .Bind(5, entry.Status).Bind(6, entry.Expires.UtcTicks).Bind(7, prepared.Idempotency.Wrapped).Bind(8, prepared.Idempotency.Sealed));
    }

    private void Resource(PreparedResource prepared)
    {
        var r = prepared.Resource;
        if (r.Version > 1)
        {
            database.Prepare("UPDATE resource SET newest = 0 WHERE register = ?1 AND type = ?2 AND id = ?3 AND newest = 1")
                .Bind(1, r.Register.Value).Bind(2, r.Type).Bind(3, r.Id).RunLater();
        }

        Unique("version", database.Prepare(
            """
            INSERT INTO resource (register, source, origin, tx, type, id, version, received, case_handle, classes, newest, wrapped, sealed)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1, ?11, ?12)
            """)
            .Bind(1, r.Register.Value).Bind(2, r.Source.Value).Bind(3, (long)r.Origin).Bind(4, r.Transaction.ToByteArray(bigEndian: true)).Bind(5, r.Type).Bind(6, r.Id)
            .Bind(7, r.Version).Bind(8, r.ReceivedAt.UtcTicks).Bind(9, r.CaseHandle).Bind(10, r.Classes.Bits).Bind(11, prepared.Content.Wrapped).Bind(12, prepared.Content.Sealed));
        foreach (var (person, stored) in prepared.Persons)
        {
            database.Prepare($"INSERT INTO person (person, seq, patient, roles) SELECT ?1, r.seq, ?2, ?3 {Written} ON CONFLICT DO NOTHING")
                .Bind(1, person).Bind(2, stored.PatientId).Bind(3, stored.Rollen.Bits).Bind(4, r.Register.Value).Bind(5, r.Type).Bind(6, r.Id).Bind(7, r.Version).RunLater();
        }

        foreach (var term in prepared.Terms)
        {
            database.Prepare($"INSERT INTO term (term, seq) SELECT ?1, r.seq {Written} ON CONFLICT DO NOTHING")
                .Bind(1, term).Bind(4, r.Register.Value).Bind(5, r.Type).Bind(6, r.Id).Bind(7, r.Version).RunLater();
        }
    }

    private void Permission(StandingPermission p, byte[] person, SealedContent content) => database.Prepare(
        """
        INSERT INTO permission (holder, person, recipient, purpose, from_day, until_day, wrapped, sealed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (holder, person, recipient, purpose) DO UPDATE SET from_day = excluded.from_day, until_day = excluded.until_day, wrapped = excluded.wrapped, sealed = excluded.sealed
        """)
        .Bind(1, p.Holder.Value).Bind(2, person).Bind(3, p.Recipient.Value).Bind(4, p.Purpose.Code).Bind(5, p.From.DayNumber).Bind(6, p.Until.DayNumber)
        .Bind(7, content.Wrapped).Bind(8, content.Sealed).RunLater();

    private static void Unique(string rule, Statement insert) => insert.RunLater(rule);
}
