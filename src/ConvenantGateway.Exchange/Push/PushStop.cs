using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>The answer to a push that the guard stops: nothing is stored, and the sender is told to phone. Of police it is held (domain.md 10.2, 9).</summary>
internal static class PushStop
{
    /// <summary>Refuses, or holds.</summary>
    public static PreparedAnswer Prepare(ExchangeCall call, PushMessage message, ImmutableArray<GuardHit> hits, ReadOnlyMemory<byte> body)
    {
        if (IsPolice(call))
        {
            return WithAlarm(PushHold.Prepare(call, message, [.. hits.Where(static h => h.Blocks).Select(static h => $"{h.Expression} ({h.Category})")], body), hits);
        }

        // Which category, and whether it was this message or an earlier one that told, is for the officers: the answer is the same for every hit.
        var details = hits.Where(static h => h.Blocks).Select(static h => new RefusalDetail(null, null, "haal dit weg en stuur het bericht opnieuw", h.Expression));
        return WithAlarm(Refusals.Prepare(new ExchangeRefusal(ExchangeErrorKind.GuardStopped, [.. details]), call), hits);
    }

    /// <summary>Too many messages about this person were stopped today: this one is not looked at, whatever is in it.</summary>
    public static PreparedAnswer Enough(ExchangeCall call, PushMessage message, ReadOnlyMemory<byte> body) => IsPolice(call)
        ? PushHold.Prepare(call, message, ["Bundle (te vaak tegengehouden)"], body)
        : Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.StoppedTooOften), call);

    /// <summary>A message that cannot go because of what was cut; where it is the guard that cut, the sender reads what to take out of which text, or would send the same again.</summary>
    public static PreparedAnswer Emptied(ExchangeCall call, ExchangeRefusal refusal, ImmutableArray<GuardHit> hits)
    {
        var places = hits.Select(static h => new RefusalDetail(ErrorTable.Of(ExchangeErrorKind.GuardStopped).Code, null, "deze tekst zegt wat niet mag worden verstrekt; haal dit weg en stuur het bericht opnieuw", h.Expression));
        return WithAlarm(Refusals.Prepare(refusal with { Details = [.. refusal.Details, .. places] }, call), hits);
    }

    private static bool IsPolice(ExchangeCall call) => call.Policy.Snapshot.Partners[call.Caller].Kind.Code == "POL";

    /// <summary>The same answer, with the alarm in the sender's view of its record.</summary>
    public static PreparedAnswer WithAlarm(PreparedAnswer answer, ImmutableArray<GuardHit> hits) => hits.IsEmpty ? answer : answer with
    {
        Record = answer.Record with { Views = [.. answer.Record.Views.Select(v => v with { Values = [.. v.Values, .. PushSafety.AlarmsOf(hits)] })] },
    };
}
