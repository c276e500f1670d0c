using System.Collections.Immutable;
using System.Text;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>Reads registers and inboxes. The read by id is the hot path: one prepared statement, two decryptions.</summary>
internal sealed class StoredResources(ReaderPool readers, ContentCipher cipher) : IResourceStore
{
    private const int MaxLimit = 1000;
    private const string Columns = "r.seq, r.source, r.origin, r.tx, r.type, r.id, r.version, r.received, r.case_handle, r.classes, r.wrapped, r.sealed, r.register";

    private const string ById = $"SELECT {Columns} FROM resource r WHERE r.register = ?1 AND r.type = ?2 AND r.id = ?3 ORDER BY r.version DESC LIMIT 1";

    /// <inheritdoc/>
    public ValueTask<StoredResource?> ReadAsync(PartnerId register, string type, string id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((register, type, id, cipher), static (database, asked) =>
        {
            var row = database.Prepare(ById).Bind(1, asked.register.Value).Bind(2, asked.type).Bind(3, asked.id);
            if (!row.Step())
            {
                return null;
            }

            var resource = Resource(asked.cipher, row);
            row.Reset();
            return resource;
        }));
    }

    /// <inheritdoc/>
    public ValueTask<ResourcePage> SearchAsync(ResourceQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, MaxLimit);
        if (query.Type.Length == 0 && query.Transaction is null)
        {
            throw new ArgumentException("a search needs a type or a transaction", nameof(query));
        }

        return new(readers.Read((query, cipher), static (database, asked) => Search(database, asked.cipher, asked.query)));
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StoredPerson>> FindPersonsAsync(PartnerId register, PersonHandle handle, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((register, handle, cipher), static (database, asked) =>
        {
            var rows = database.Prepare(
                """
                SELECT p.patient, p.roles FROM person p JOIN resource r ON r.seq = p.seq
                WHERE p.person = ?1 AND r.register = ?2 AND r.source = ?2 AND r.type = 'Patient' AND r.id = p.patient AND r.newest = 1 ORDER BY p.seq
                """)
                .Bind(1, asked.cipher.Blind(asked.register.Value, CompanionPreparer.Person, asked.handle.Hex)).Bind(2, asked.register.Value);
            var found = ImmutableArray.CreateBuilder<StoredPerson>();
            while (rows.Step())
            {
                found.Add(new StoredPerson(rows.Text(0), asked.handle, new RolSet((ushort)rows.Int(1))));
            }

            return found.ToImmutable();
        }));
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<StoredPerson>?> FindEarlierAsync(PartnerId register, PartnerId source, string type, string id, CancellationToken cancellation)
    {
        var resource = await ReadAsync(register, type, id, cancellation);
        return resource is not null && resource.Source == source ? resource.Persons : null;
    }

    /// <inheritdoc/>
    public ValueTask<StandingPermission?> FindPermissionAsync(PartnerId holder, PersonHandle handle, PartnerId recipient, Purpose purpose, DateOnly on, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((holder, handle, recipient, purpose, on, cipher), static (database, asked) =>
        {
            var person = asked.cipher.Blind(asked.holder.Value, CompanionPreparer.Person, asked.handle.Hex);
            var row = database.Prepare(
                """
                SELECT from_day, until_day, wrapped, sealed FROM permission
                WHERE holder = ?1 AND person = ?2 AND recipient = ?3 AND purpose = ?4 AND from_day <= ?5 AND until_day >= ?5
                """)
                .Bind(1, asked.holder.Value).Bind(2, person).Bind(3, asked.recipient.Value).Bind(4, asked.purpose.Code).Bind(5, asked.on.DayNumber);
            if (!row.Step())
            {
                return null;
            }

            var (from, until) = (row.Int(0), row.Int(1));
            var plain = asked.cipher.Open(
                asked.holder.Value, row.Span(2), row.Span(3), PermissionCodec.Bound(asked.holder.Value, person, asked.recipient.Value, asked.purpose.Code, from, until));
            row.Reset();
            var (ground, level, givenBy, consent) = PermissionCodec.Read(plain);
            return level == StatusLevel.L0 ? null : new StandingPermission(
                asked.holder, asked.handle, asked.recipient, asked.purpose, ground, level, DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(until), givenBy, consent);
        }));
    }

    private static ResourcePage Search(Database database, ContentCipher cipher, ResourceQuery query)
    {
        var sql = new StringBuilder($"SELECT {Columns} FROM resource r WHERE r.register = ?1 AND r.newest = 1 AND r.seq > ?2");
        sql.Append(query.Type.Length > 0 ? " AND r.type = ?3" : "").Append(query.Source is null ? "" : " AND r.source = ?4")
            .Append(query.Id is null ? "" : " AND r.id = ?5").Append(query.Transaction is null ? "" : " AND r.tx = ?6");
        for (var i = 0; i < query.Terms.Length; i++)
        {
            sql.Append(" AND r.seq IN (SELECT seq FROM term WHERE term = ?").Append(8 + i).Append(')');
        }

        var rows = database.Prepare(sql.Append(" ORDER BY r.seq LIMIT ?7").ToString()).Bind(1, query.Register.Value).Bind(2, query.After ?? 0).Bind(7, query.Limit + 1);
        _ = query.Type.Length > 0 ? rows.Bind(3, query.Type) : rows;
        _ = query.Source is { } source ? rows.Bind(4, source.Value) : rows;
        _ = query.Id is { } id ? rows.Bind(5, id) : rows;
        _ = query.Transaction is { } transaction ? rows.Bind(6, transaction.ToByteArray(bigEndian: true)) : rows;
        for (var i = 0; i < query.Terms.Length; i++)
        {
            rows.Bind(8 + i, cipher.Blind(query.Register.Value, $"term:{query.Terms[i].Name}", query.Terms[i].Value));
        }

        var found = ImmutableArray.CreateBuilder<StoredResource>();
        long? next = null;
        long last = 0;
        while (rows.Step())
        {
            if (found.Count == query.Limit)
            {
                next = last;
                break;
            }

            last = rows.Long(0);
            found.Add(Resource(cipher, rows));
        }

        rows.Reset();
        return new ResourcePage(found.ToImmutable(), next);
    }

    private static StoredResource Resource(ContentCipher cipher, Statement row)
    {
        var (register, source, type, id) = (row.Text(12), row.Text(1), row.Text(4), row.Text(5));
        var (origin, version, received, caseHandle) = ((DataOrigin)row.Int(2), row.Int(6), row.Long(7), row.TextOrNull(8));
        var transaction = new Guid(row.Span(3), bigEndian: true);
        var classes = new CategorySet((uint)row.Long(9));
        var bound = ResourceColumns.Bound(register, source, origin, transaction, type, id, version, received, caseHandle, classes);
        var (persons, json) = PersonsCodec.Read(cipher.Open(register, row.Span(10), row.Span(11), bound));
        return new StoredResource
        {
            Register = PartnerId.Parse(register),
            Source = PartnerId.Parse(source),
            Origin = origin,
            Transaction = transaction,
            Type = type,
            Id = id,
            Version = version,
            ReceivedAt = new DateTimeOffset(received, TimeSpan.Zero),
            Classes = classes,
            Persons = persons,
            CaseHandle = caseHandle,
            Json = json,
        };
    }
}
