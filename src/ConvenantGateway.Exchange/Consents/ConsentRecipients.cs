using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Who received something on a consent, from the records themselves (Wbp 38; domain.md 0.1, 14; 7.3). Thread safe.</summary>
public sealed class ConsentRecipients(ILogReading log)
{
    private const int PageSize = 500;

    /// <summary>The recipients, by first disclosure. Only the organisation's own view of its own records is read.</summary>
    /// <param name="organisation">Whose Consent.</param>
    /// <param name="id">The Consent's id.</param>
    /// <param name="person">The person it is about: records about anyone else are not opened.</param>
    /// <param name="cancellation">Stops the read.</param>
    internal async ValueTask<IReadOnlyList<ConsentRecipient>> FindAsync(PartnerId organisation, string id, PersonHandle person, CancellationToken cancellation)
    {
        var found = new Dictionary<string, ConsentRecipient>(StringComparer.Ordinal);
        var name = $"Consent/{id}";
        long? before = null;
        while (true)
        {
            var page = await log.ListAsync(
                organisation.Value, new RecordQuery { Types = [RecordType.Exchange], Person = person.ToBytes(), Limit = PageSize, Before = before }, cancellation);
            foreach (var seen in page)
            {
                if (seen.Record.Outcome is "released" or "stored" && seen.Values.Any(v => v.Field is ConsentUse.Field or ConsentUse.PermissionField && v.Value.Split(' ').Contains(name)))
                {
                    var recipient = seen.Record.Caller == organisation.Value ? seen.Record.Counterparty : seen.Record.Caller;
                    if (recipient != organisation.Value && recipient.Length > 0)
                    {
                        // Newest first: the last record that is seen is the first disclosure.
                        found[recipient] = found.TryGetValue(recipient, out var known)
                            ? known with { First = seen.Record.Time, Exchanges = known.Exchanges + 1 }
                            : new ConsentRecipient(recipient, seen.Record.Time, seen.Record.Time, 1);
                    }
                }
            }

            if (page.Count < PageSize)
            {
                return [.. found.Values.OrderBy(static r => r.First)];
            }

            before = page[^1].Index;
        }
    }
}
