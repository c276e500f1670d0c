using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>What an AuditEvent says with codes: pattern, action, outcome and the profile that it claims (docs/projections.md). Pure.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Action">FHIR <c>audit-event-action</c>.</param>
/// <param name="Outcome">FHIR <c>audit-event-outcome</c>: 0, 4, 8 or 12.</param>
/// <param name="Interaction">The subtype: a code of <c>restful-interaction</c>.</param>
/// <param name="Profile">The last part of the BALP canonical, or empty.</param>
internal sealed record AuditEventShape(AuditEventPattern Pattern, string Action, string Outcome, string Interaction, string Profile)
{
    /// <summary>The record types that are events of an organisation's systems. What its officers did is for officers.</summary>
    public static ImmutableArray<RecordType> Types { get; } =
        [RecordType.Exchange, RecordType.Token, RecordType.Hold, RecordType.DryRun, RecordType.Acknowledgement, RecordType.RelayIntent, RecordType.RelayOutcome];

    /// <summary>The shape of a record for its viewer.</summary>
    /// <param name="seen">The record.</param>
    /// <param name="hasPerson">This event is about a betrokkene.</param>
    /// <param name="isCare">The viewer is a healthcare provider: BALP knows the organisation of a user as nothing else.</param>
    public static AuditEventShape Of(ProjectedRecord seen, bool hasPerson, bool isCare)
    {
        var outcome = OutcomeOf(seen.Record);
        var isDisclosed = seen.IsProvided && !seen.IsOwn && hasPerson;
        if (seen.Record.Type == RecordType.Token)
        {
            return new(AuditEventPattern.Authorization, "E", outcome, "", hasPerson && isCare && AuditEventConsent.Of(seen) is not null ? "AuthZconsent" : "");
        }

        if (seen.IsPush)
        {
            return isDisclosed && seen.Record.Type != RecordType.RelayIntent
                ? Disclosure(seen.IsCaller, outcome, "create")
                : Rest(AuditEventPattern.Create, "C", outcome, "create", seen.Record.Type == RecordType.Exchange, hasPerson, "Create");
        }

        if (seen.Record.By is "read")
        {
            return isDisclosed && !seen.IsCaller ? Disclosure(true, outcome, "read") : Rest(AuditEventPattern.Read, "R", outcome, "read", true, hasPerson, "Read");
        }

        if (seen.Record.By is "search" or "status")
        {
            var interaction = seen.Record.By == "search" ? "search-type" : "operation";
            return isDisclosed && !seen.IsCaller
                ? Disclosure(true, outcome, interaction)
                : Rest(AuditEventPattern.Query, "E", outcome, interaction, seen.Value("asked").Length > 0, hasPerson, "Query");
        }

        return new(AuditEventPattern.Plain, seen.Record.By is "metadata" ? "R" : "E", outcome, seen.Record.By is "metadata" ? "capabilities" : "operation", "");
    }

    private static AuditEventShape Disclosure(bool isSource, string outcome, string interaction) => isSource
        ? new(AuditEventPattern.DisclosureSource, "R", outcome, interaction, "PrivacyDisclosure.Source")
        : new(AuditEventPattern.DisclosureRecipient, "C", outcome, interaction, "PrivacyDisclosure.Recipient");

    /// <summary>The RESTful patterns are of success only.</summary>
    private static AuditEventShape Rest(AuditEventPattern pattern, string action, string outcome, string interaction, bool isWhole, bool hasPerson, string profile) =>
        new(pattern, action, outcome, interaction, isWhole && outcome == "0" ? (hasPerson ? "Patient" : "") + profile : "");

    /// <summary>0: as asked. 4: nothing was there (for the asker), or try again. 8: refused or held. 12: failed, or nobody knows.</summary>
    private static string OutcomeOf(ExchangeRecord record) => (record.Outcome, record.Status) switch
    {
        ("released" or "stored" or "replayed", _) => "0",
        ("absent", 200) => "0",
        ("absent", _) or ("refused", 409 or 429 or 503) => "4",
        ("refused" or "held", _) => "8",
        _ => "12",
    };
}
