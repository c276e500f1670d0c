using System.Collections.Immutable;
using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>
/// What a message cannot do without is not cut but refuses the whole (design.md 3.2): every ServiceRequest, its Patient and every Task; and the reason of a request.
/// A report whose facts were all cut is hollow and is refused too (domain.md 10.4).
/// </summary>
internal static class PushEssentials
{
    /// <summary>A refusal, or null if the message can go.</summary>
    public static ExchangeRefusal? Missing(ExchangeCall call, PushMessage message, ImmutableArray<CutEntry> cut, PushDecision decision)
    {
        if (call.IsOwn)
        {
            return null;
        }

        var details = new List<RefusalDetail>();
        var essentialPatients = message.Intake.Entries
            .Where(static e => e.Type == "ServiceRequest")
            .SelectMany(static e => e.References.Where(static r => r.Expression == "ServiceRequest.subject"))
            .Select(static r => r.Target)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var entry in cut.Where(static c => c.Body is null))
        {
            if (entry.Entry.Type is "ServiceRequest" or "Task" || essentialPatients.Contains($"{entry.Entry.Type}/{entry.Entry.Id}"))
            {
                var why = decision.Why(entry.Persons, entry.Withheld[0].Category, entry.Entry.Labels, call.Policy.Snapshot);
                details.Add(new RefusalDetail(null, null, why, $"Bundle.entry[{entry.Entry.Index}].resource"));
            }
        }

        if (details.Count > 0)
        {
            return new ExchangeRefusal(ExchangeErrorKind.EssentialCut, [.. details]);
        }

        return IsHollow(cut) ? ExchangeRefusal.Of(ExchangeErrorKind.ReasonEmptied) : null;
    }

    private static bool IsHollow(ImmutableArray<CutEntry> cut)
    {
        // Nothing at all is left, or there were facts and none is left, or a request lost every reason it gave.
        var facts = cut.Where(static c => c.Entry.Type is "Condition" or "Observation" or "Flag").ToList();
        return cut.All(static c => c.Body is null)
            || (facts.Count > 0 && facts.All(static c => c.Body is null) && cut.Any(static c => c.Entry.Type == "ServiceRequest"))
            || cut.Any(static c => c.Entry.Type == "ServiceRequest" && c.Body is { } body && HasReason(c.Entry.Json.Span) && !HasReason(body.Utf8.Span));
    }

    private static bool HasReason(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName
                && (reader.ValueTextEquals("reasonCode"u8) || reader.ValueTextEquals("reasonReference"u8)))
            {
                return true;
            }
        }

        return false;
    }
}
