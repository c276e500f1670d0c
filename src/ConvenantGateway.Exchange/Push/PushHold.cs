using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Holds a police push that carries a shelter address or investigation data (domain.md 10.2, 9; Wpg 32(1)g): nothing is delivered, the sender is told, its privacy officer sees it.
/// It is not silently cut, for the gateway has then already received it.
/// </summary>
internal static class PushHold
{
    private static readonly CategorySet Held = CategorySet.Of(5) | CategorySet.Of(11);

    /// <summary>Where, and which category. An area code or a new address is no certainty and is cut like everybody's: holding it would keep help away. Empty if nothing is found or the sender is not police.</summary>
    public static ImmutableArray<string> Find(ExchangeCall call, PushMessage message)
    {
        if (call.IsOwn || call.Policy.Snapshot.Partners[call.Caller].Kind.Code != "POL")
        {
            return [];
        }

        var reasons = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in message.Intake.Entries)
        {
            if (entry.Classes.Overlaps(Held))
            {
                reasons.Add($"Bundle.entry[{entry.Index}].resource ({entry.Classes & Held})");
            }

            reasons.UnionWith(HeldElements.Of(call, entry, Held));
            foreach (var finding in entry.Findings.Where(static f => f.Category.Overlaps(Held) && f.Kind is FindingKind.FreeText or FindingKind.ShelterAddress))
            {
                reasons.Add($"{finding.Expression} ({finding.Category})");
            }
        }

        return [.. reasons];
    }

    /// <summary>The answer to a held push.</summary>
    public static PreparedAnswer Prepare(ExchangeCall call, PushMessage message, ImmutableArray<string> reasons, ReadOnlyMemory<byte> body)
    {
        var refusal = new ExchangeRefusal(
            ExchangeErrorKind.Held,
            [.. reasons.Select(static r => new RefusalDetail(null, null, "haal dit weg en stuur het bericht opnieuw; de privacyfunctionaris is gewaarschuwd", r))]);
        var answer = Refusals.Prepare(refusal, call);
        var persons = message.Persons.Select(static p => p.Handle).OfType<PersonHandle>();
        return answer with
        {
            Record = answer.Record with
            {
                Type = RecordType.Hold,
                Outcome = "held",
                Views = [Views.OfCaller(call, [new RecordValue("held-because", string.Join("; ", reasons))], persons)],
            },
            Writes = new StoreWrites { Hold = new HeldMessage(call.Transaction, call.Caller, call.Counterparty, call.ReceivedAt, reasons, body) },
        };
    }
}
