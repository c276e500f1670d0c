using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The records of an inquiry: opened or ended, with the organisation's own view where it may know.</summary>
internal static class InquiryRecord
{
    /// <summary>The act of opening.</summary>
    public const string Opened = "opened";

    /// <summary>The act of ending before the end that was named.</summary>
    public const string Ended = "ended";

    private const string Number = "number";
    private const string Told = "told";

    /// <summary>The act, with what the store keeps.</summary>
    /// <param name="inquiry">The inquiry as it stands from now on.</param>
    /// <param name="act"><see cref="Opened"/> or <see cref="Ended"/>.</param>
    /// <param name="isTold">The one organisation of the scope gets a view: the number, who inquires and until when.</param>
    /// <exception cref="ArgumentException">Several organisations cannot be told in one record: the leaf would name them to each other.</exception>
    public static ConsoleAct Act(SupervisorInquiry inquiry, string act, bool isTold)
    {
        if (isTold && inquiry.Organisations.Length != 1)
        {
            throw new ArgumentException("one organisation is told in one record", nameof(inquiry));
        }

        RecordValue[] shown = [new("act", act), new(Number, inquiry.Number), new("until", inquiry.Until.ToString("O"))];
        return new ConsoleAct(
            RecordType.Inquiry,
            inquiry.Officer,
            [.. shown, new RecordValue("organisations", string.Join(' ', inquiry.Organisations)), new RecordValue(Told, isTold ? "yes" : "no")],
            new StoreWrites { Inquiry = inquiry })
        {
            Told = isTold ? new RecordView(inquiry.Organisations[0].Value, [.. shown], []) : null,
            Counterparty = isTold ? inquiry.Organisations[0].Value : null,
        };
    }

    /// <summary>Whether the newest opening of a number told the organisation, from the supervisor's own records.</summary>
    public static async ValueTask<bool> IsToldAsync(ILogReading log, string supervisor, string number, DateTimeOffset since, CancellationToken cancellation)
    {
        await foreach (var seen in RecordWalk.NewestFirstAsync(log, supervisor, new RecordQuery { Types = [RecordType.Inquiry], From = since }, cancellation))
        {
            if (ReviewContext.Value(seen, Number) == number && ReviewContext.Value(seen, "act") == Opened)
            {
                return ReviewContext.Value(seen, Told) == "yes";
            }
        }

        return false;
    }
}
