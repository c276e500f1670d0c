using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The record that a processing is suspected to be unlawful: what it names, and finding those of one exchange.</summary>
internal static class SuspectedRecord
{
    /// <summary>The field with the number of the log line.</summary>
    public const string Index = "index";

    /// <summary>The field with the reason.</summary>
    public const string Reason = "reason";

    /// <summary>The field with the article.</summary>
    public const string Article = "article";

    /// <summary>The longest reason, in characters.</summary>
    public const int MostReason = 1000;

    private const string Transaction = "transaction";

    /// <summary>The act of an officer.</summary>
    public static ConsoleAct Act(Officer officer, VisibleRecord exchange, string reason) => new(
        RecordType.MogelijkOnrechtmatig,
        officer.Organisation.Value,
        [
            new RecordValue(Transaction, exchange.Record.Transaction.ToString()),
            new RecordValue(Index, $"{exchange.Index}"),
            new RecordValue(Article, officer.Role == OfficerRole.Pf ? "Wpg 32(1)g" : "Wbp 34a(8)"),
            new RecordValue(Reason, reason),
        ],
        null) { Persons = ReviewContext.PersonsOf(exchange).ToImmutableArray() };

    /// <summary>What was recorded of an exchange, newest first. An exchange about persons is searched by the first of them, any other among the records since.</summary>
    public static async ValueTask<IReadOnlyList<VisibleRecord>> OfAsync(ILogReading log, string viewer, VisibleRecord exchange, CancellationToken cancellation)
    {
        var query = new RecordQuery { Types = [RecordType.MogelijkOnrechtmatig], From = exchange.Record.Time, Person = ReviewContext.PersonsOf(exchange).Select(static p => (ReadOnlyMemory<byte>?)p).FirstOrDefault() };
        var transaction = exchange.Record.Transaction.ToString();
        var found = new List<VisibleRecord>();
        await foreach (var seen in RecordWalk.NewestFirstAsync(log, viewer, query, cancellation))
        {
            if (ReviewContext.Value(seen, Transaction) == transaction)
            {
                found.Add(seen);
            }
        }

        return found;
    }
}
