using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>What AuditEvents are made of. Thread safe.</summary>
/// <param name="Log">The log, which shows a viewer its own records only.</param>
/// <param name="Ids">The ids.</param>
public sealed record AuditEventParts(ILogReading Log, AuditEventIds Ids)
{
    /// <summary>Where the events of a call stand.</summary>
    internal AuditEventNode NodeOf(ExchangeCall call)
    {
        var ending = $"/{call.Caller}/fhir";
        var root = call.FhirBase.EndsWith(ending, StringComparison.Ordinal) ? call.FhirBase[..^ending.Length] : call.FhirBase;
        return new AuditEventNode(Log.VerifierKey.Split('+')[0], root, (index, place) => Ids.Of(call.Caller, index, place));
    }

    /// <summary>The events of a record that this call may see: one per betrokkene, or one about nobody. A token about persons sees those only.</summary>
    internal static ImmutableArray<int> PlacesOf(ExchangeCall call, ProjectedRecord seen)
    {
        var about = call.Grant!.About;
        if (about.IsDefaultOrEmpty)
        {
            return [.. Enumerable.Range(0, Math.Max(1, seen.Persons.Length))];
        }

        return [.. Enumerable.Range(0, seen.Persons.Length).Where(i => about.Contains(HandleOf(seen, i)))];
    }

    /// <summary>The shape of one event of a record.</summary>
    internal static AuditEventShape ShapeOf(ExchangeCall call, ProjectedRecord seen) => AuditEventShape.Of(
        seen,
        !seen.Persons.IsEmpty,
        call.Policy.Snapshot.Partners.TryGetValue(call.Caller, out var self) && self.Kind.Code is "ZH" or "HA");

    /// <summary>The handle at a place.</summary>
    internal static PersonHandle HandleOf(ProjectedRecord seen, int place) => new(Convert.ToHexStringLower(seen.Persons[place].Span));
}
