using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>The record of a pull that was answered.</summary>
internal static class PullRecords
{
    /// <summary>Both sides see what was released; the rules of the answer, found in the holder's register, only the holder.</summary>
    public static AnswerRecord Released(ExchangeCall call, ImmutableArray<string> questionRules, IReadOnlyList<PulledResource> seen, DossierFacts facts)
    {
        var persons = seen.SelectMany(static s => s.Stored.Persons).Select(static p => p.Handle).OfType<PersonHandle>().Distinct().ToList();
        var resources = new RecordValue("resources", string.Join(' ', seen.GroupBy(static s => s.Stored.Type).Select(static g => $"{g.Key}:{g.Count()}")));
        var permissions = seen.SelectMany(static s => s.Permissions).Distinct().Select(static p => $"Consent/{p}").ToList();
        IEnumerable<RecordValue> rested = permissions.Count == 0 ? [] : [new RecordValue(ConsentUse.PermissionField, string.Join(' ', permissions))];
        var own = Views.OfCaller(call, [resources, .. ConsentUse.Values(facts)], call.IsOwn ? persons : null);
        return new AnswerRecord
        {
            Outcome = "released",
            Rules = questionRules,
            Views = call.IsOwn
                ? [own]
                : [own, Views.OfCounterparty(call, [resources, new RecordValue("answer-rules", string.Join(' ', seen.SelectMany(static s => s.Rules).Distinct())), .. rested], persons)],
        };
    }
}
