using System.Collections.Immutable;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>Lists open inquiries.</summary>
internal sealed class StoredInquiries(ReaderPool readers) : IInquiries
{
    /// <inheritdoc/>
    public ValueTask<ImmutableArray<SupervisorInquiry>> OpenAsync(string officer, DateTimeOffset now, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((officer, now), static (database, asked) =>
        {
            var rows = database.Prepare("SELECT number, organisations, until FROM inquiry WHERE officer = ?1 AND until > ?2 ORDER BY until, number")
                .Bind(1, asked.officer).Bind(2, asked.now.UtcTicks);
            var found = ImmutableArray.CreateBuilder<SupervisorInquiry>();
            while (rows.Step())
            {
                found.Add(new SupervisorInquiry(
                    rows.Text(0),
                    asked.officer,
                    [.. rows.Text(1).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PartnerId.Parse)],
                    new DateTimeOffset(rows.Long(2), TimeSpan.Zero)));
            }

            return found.ToImmutable();
        }));
    }
}
