using System.Text;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>Encrypts and hashes companion writes before they are queued. Thread safe.</summary>
internal sealed class CompanionPreparer(ContentCipher cipher, ReportSealer reports)
{
    /// <summary>The kind under which persons are made blind.</summary>
    public const string Person = "person";

    /// <summary>Prepares.</summary>
    public PreparedWrites Prepare(StoreWrites writes) => new(
        writes,
        [.. writes.Resources.Select(Resource)],
        [.. writes.Permissions.Select(Permission)],
        writes.Idempotency is { } named ? cipher.Blind(named.Caller.Value, "idempotency", named.Key) : [],
        writes.Idempotency is { } entry ? cipher.Seal(entry.Caller.Value, entry.Response.Span, IdempotencyBound(entry.Caller.Value, entry.RequestDigest, entry.Transaction, entry.Status, entry.Expires.UtcTicks)) : default,
        writes.Dossier is { } dossier ? cipher.Seal(dossier.Caller.Value, dossier.Json.Span, DossierBound(dossier.Caller.Value, dossier.Id, dossier.Expires.UtcTicks)) : default,
        writes.Hold is { } hold ? cipher.Seal(hold.Sender.Value, Encoding.UTF8.GetBytes(string.Join('\n', hold.Reasons)), HoldBound(hold.Sender.Value, hold.Transaction, "reasons")) : default,
        writes.Hold is { } held ? cipher.Seal(held.Sender.Value, held.Body.Span, HoldBound(held.Sender.Value, held.Transaction, "body")) : default,
        writes.PersonReport is { } report ? reports.Seal(report) : [],
        [.. writes.Whereabouts.Select(w => cipher.Blind(StoredWhereabouts.Node, Person, w.Handle.Hex))],
        [.. writes.Cases.Select(c => cipher.Blind(StoredWhereabouts.Node, Person, c.Handle.Hex))]);

    /// <summary>Seals again, with the keys of now, what was sealed under keys of persons; the rest stays as it is.</summary>
    public PreparedWrites Again(PreparedWrites prepared) => prepared.Writes.PersonReport is { } report ? prepared with { PersonReport = reports.Seal(report) } : prepared;

    public static byte[] IdempotencyBound(string caller, string digest, Guid transaction, int status, long expires) =>
        ResourceColumns.Bound("idempotency", caller, digest, $"{transaction:N}", $"{status}", $"{expires}");

    public static byte[] DossierBound(string caller, Guid id, long expires) => ResourceColumns.Bound("dossier", caller, $"{id:N}", $"{expires}");

    public static byte[] HoldBound(string sender, Guid transaction, string part) => ResourceColumns.Bound("hold", sender, $"{transaction:N}", part);

    private PreparedResource Resource(StoredResource r)
    {
        var register = r.Register.Value;
        var bound = ResourceColumns.Bound(register, r.Source.Value, r.Origin, r.Transaction, r.Type, r.Id, r.Version, r.ReceivedAt.UtcTicks, r.CaseHandle, r.Classes);
        return new PreparedResource(
            r,
            cipher.Seal(register, PersonsCodec.Write(r.Persons, r.Json.Span), bound),
            [.. r.Persons.Where(static p => p.Handle is not null).Select(p => (cipher.Blind(register, Person, p.Handle!.Value.Hex), p))],
            [.. r.Terms.Select(t => cipher.Blind(register, $"term:{t.Name}", t.Value))]);
    }

    private (byte[] Person, SealedContent Content) Permission(StandingPermission p)
    {
        var person = cipher.Blind(p.Holder.Value, Person, p.Handle.Hex);
        return (person, cipher.Seal(
            p.Holder.Value,
            PermissionCodec.Write(p),
            PermissionCodec.Bound(p.Holder.Value, person, p.Recipient.Value, p.Purpose.Code, p.From.DayNumber, p.Until.DayNumber)));
    }
}
