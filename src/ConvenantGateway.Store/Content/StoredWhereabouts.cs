using System.Collections.Immutable;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>Reads digests of one person, over all registers of the node.</summary>
internal sealed class StoredWhereabouts(ReaderPool readers, ContentCipher cipher) : IWhereabouts
{
    /// <summary>The owner of the node's own search key; no partner can be called this.</summary>
    public const string Node = "*";

    /// <inheritdoc/>
    public ValueTask<PersonWhereabouts> ReadAsync(PersonHandle handle, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((handle, cipher), static (database, asked) =>
        {
            var person = asked.cipher.Blind(Node, CompanionPreparer.Person, asked.handle.Hex);
            var values = ImmutableArray.CreateBuilder<KnownWhereabout>();
            var rows = database.Prepare("SELECT kind, digest, category, released FROM whereabouts WHERE person = ?1 ORDER BY kind, digest").Bind(1, person);
            while (rows.Step())
            {
                values.Add(new KnownWhereabout((TextFormKind)rows.Int(0), Convert.ToHexStringLower(rows.Span(1)), new CategorySet((uint)rows.Long(2)), rows.Int(3) != 0));
            }

            var holders = ImmutableArray.CreateBuilder<PartnerId>();
            var cases = database.Prepare("SELECT holder FROM open_case WHERE person = ?1 ORDER BY holder").Bind(1, person);
            while (cases.Step())
            {
                holders.Add(PartnerId.Parse(cases.Text(0)));
            }

            return new PersonWhereabouts(values.ToImmutable(), holders.ToImmutable());
        }));
    }
}
