using System.Collections.Immutable;
using System.Security.Cryptography;
using ConvenantGateway.Audit;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The own register behind the console: rule SELF, the same filter, and a look that is on disk before anything is returned. Thread safe.</summary>
public sealed class OwnRegister(IResourceStore resources, IActivePolicy policy, IAuditLog log, TimeProvider time) : IOwnRegister
{
    /// <inheritdoc/>
    public async ValueTask<OwnRegisterRead> ReadAsync(PartnerId organisation, string officer, ResourceQuery query, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(query.Register, organisation);
        var active = policy.Current;
        var page = await resources.SearchAsync(query, cancellation);
        var seen = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>(page.Resources.Length);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var stored in page.Resources)
        {
            var scope = new FilterScope(CategorySet.All, stored.Classes, new ReferencesOf(stored, isOwn: true), MarkSubsetted: false);
            if (active.Filter.Filter(stored.Json.Span, scope).Body is { } body)
            {
                seen.Add(body.Utf8);
                digest.AppendData(body.Utf8.Span);
            }
        }

        var now = time.GetUtcNow();
        var receipt = await log.AppendAsync(RecordOf(organisation, officer, query, active, page, now, Convert.ToHexStringLower(digest.GetHashAndReset())), null, CancellationToken.None);
        return new OwnRegisterRead(seen.ToImmutable(), receipt);
    }

    private static ExchangeRecord RecordOf(
        PartnerId organisation, string officer, ResourceQuery query, ActivePolicy active, ResourcePage page, DateTimeOffset now, string digest)
    {
        var persons = page.Resources.SelectMany(static r => r.Persons).Select(static p => p.Handle).OfType<PersonHandle>().Distinct();
        return new ExchangeRecord
        {
            Type = RecordType.Look,
            Transaction = Guid.CreateVersion7(now),
            Time = now,
            Caller = officer,
            Counterparty = organisation.Value,
            By = "own-register",
            Outcome = "released",
            Rules = ["SELF"],
            LawDate = active.Snapshot.LawDateAt(now).ToString("yyyy-MM-dd"),
            Covenant = active.Snapshot.Covenant.Id,
            PolicyDigest = active.Snapshot.ManifestDigest,
            BodyDigest = digest,
            Views =
            [
                new RecordView(
                    officer,
                    [new RecordValue("type", query.Type), new RecordValue("resources", $"{page.Resources.Length}")],
                    [.. persons.Select(static h => (ReadOnlyMemory<byte>)h.ToBytes())]),
            ],
        };
    }
}
