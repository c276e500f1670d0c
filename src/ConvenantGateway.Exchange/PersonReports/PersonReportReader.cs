using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Reads the records that a person report is made of, through the eyes of the organisation that answers. Thread safe.</summary>
/// <param name="log">The log.</param>
public sealed class PersonReportReader(ILogReading log)
{
    private const int PageSize = 500;

    /// <summary>The record types that tell of an exchange, or of a flight.</summary>
    public static IReadOnlyList<RecordType> Types { get; } = [RecordType.Exchange, RecordType.Token, RecordType.Hold, RecordType.RelayIntent, RecordType.RelayOutcome];

    /// <summary>Composes the report of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="snapshot">The policy in force.</param>
    /// <param name="made">When it is made, UTC.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async ValueTask<PersonReport> ComposeAsync(PersonReportRequest request, PolicySnapshot snapshot, DateTimeOffset made, CancellationToken cancellation)
    {
        var records = await ReadAsync(request.Viewer, request.Person, cancellation);
        var ofRepresentative = request.Representative.Length == 64 ? await ReadAsync(request.Viewer, request.Representative, cancellation) : [];
        return PersonReportComposer.Compose(request, records, ofRepresentative, snapshot, made);
    }

    private async ValueTask<List<VisibleRecord>> ReadAsync(string viewer, string person, CancellationToken cancellation)
    {
        var handle = Convert.FromHexString(person);
        var all = new List<VisibleRecord>();
        long? before = null;
        while (true)
        {
            var page = await log.ListAsync(viewer, new RecordQuery { Types = Types, Person = handle, Before = before, Limit = PageSize }, cancellation);
            all.AddRange(page);
            if (page.Count < PageSize)
            {
                return all;
            }

            before = page[^1].Index;
        }
    }
}
