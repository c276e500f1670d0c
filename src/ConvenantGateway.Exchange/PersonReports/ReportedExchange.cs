using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A record as an exchange of the answering organisation with one other: which way, and whether anything went.</summary>
/// <param name="Seen">The record.</param>
/// <param name="Other">The slug of the other organisation.</param>
/// <param name="Movement">Which way.</param>
/// <param name="IsDisclosed">Something was provided, received or asked.</param>
internal sealed record ReportedExchange(VisibleRecord Seen, string Other, ReportMovement Movement, bool IsDisclosed)
{
    /// <summary>The day, Dutch time.</summary>
    public DateOnly Day => ReportWords.DayOf(Seen.Record.Time);

    /// <summary>A push; everything else is data that the caller asked for.</summary>
    private static bool IsPush(ExchangeRecord record) => record.By is "push" || record.Type is RecordType.RelayIntent or RecordType.RelayOutcome;

    /// <summary>Reads a record; null if it is no exchange with another organisation (a token, the own register, a question of what may be sent).</summary>
    /// <param name="seen">The record.</param>
    /// <param name="viewer">The answering organisation.</param>
    /// <param name="ended">The transactions of relays whose outcome is recorded: the intent then says nothing more.</param>
    public static ReportedExchange? Of(VisibleRecord seen, PartnerId viewer, IReadOnlySet<Guid> ended)
    {
        var record = seen.Record;
        var isCaller = record.Caller == viewer.Value;
        var other = isCaller ? record.Counterparty : record.Caller;
        var isExchange = record.Type switch
        {
            RecordType.Exchange => record.By is "push" or "read" or "search" or "status",
            RecordType.Hold or RecordType.RelayOutcome => true,
            RecordType.RelayIntent => !ended.Contains(record.Transaction),
            _ => false,
        };
        if (!isExchange || other.Length == 0 || record.Caller == record.Counterparty)
        {
            return null;
        }

        var went = record.Outcome switch
        {
            "released" or "stored" or "unknown" => true,
            "failed" or "refused" or "held" or "absent" or "replayed" => false,
            // An intent whose outcome nobody recorded counts as disclosed, and so does a word that this version does not know.
            _ => true,
        };
        // A question that was let through and found nothing was still put; one that was refused was not.
        var isQuestion = !IsPush(record) && isCaller && record.Outcome == "absent";
        var movement = !IsPush(record) && isCaller && !went ? ReportMovement.AskedInVain : IsPush(record) == isCaller ? ReportMovement.Provided : ReportMovement.Received;
        return new ReportedExchange(seen, other, movement, record.Type != RecordType.Hold && (went || isQuestion));
    }
}
