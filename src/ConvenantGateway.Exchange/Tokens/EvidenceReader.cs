using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Finds which evidence a token request shows, besides consent. Pure.</summary>
internal static class EvidenceReader
{
    /// <summary>The evidence shown.</summary>
    public static Evidence Read(
        AuthorizationDetails details, PolicySnapshot snapshot, PartnerId caller, PartnerId counterparty, Purpose purpose, Ground ground, DateOnly lawDate)
    {
        var evidence = Evidence.None;
        if (details.Weighing is { } weighing && Said(weighing.Necessity) && Said(weighing.Proportionality) && Said(weighing.Subsidiarity))
        {
            evidence |= Evidence.Weighing;
        }

        if (Said(details.Evidence?.Reason) || Said(details.Weighing?.Necessity))
        {
            evidence |= Evidence.Reason;
        }

        // A named professional who relies on 7:457(2) BW states the treatment relation by doing so; the record keeps who.
        if (Said(details.Evidence?.TreatmentRelation) || ground.Code == "G-DIRECT")
        {
            evidence |= Evidence.TreatmentRelation;
        }

        if (details.Evidence?.AuthorityAgreement is { } agreement
            && Said(agreement.Authority) && ConsentCheck.Date(agreement.Date) is { } date && date <= lawDate && agreement.PurposeLetter is ("a" or "b" or "c" or "d"))
        {
            evidence |= Evidence.AuthorityAgreement;
        }

        // Silence says that no data of the message are older than a year; a date that is older takes it back (Wpg 8(1)).
        if (details.Evidence?.OldestArticle8 is not { } oldest || (ConsentCheck.Date(oldest) is { } since && since > lawDate.AddYears(-1)))
        {
            evidence |= Evidence.RecentArticle8;
        }

        foreach (var decision in snapshot.Covenant.Decisions)
        {
            if (decision.From == caller && decision.Purposes.Contains(purpose) && decision.Recipients.Contains(counterparty)
                && decision.AgreementDate <= lawDate && decision.ValidFrom <= lawDate && lawDate <= decision.ValidUntil)
            {
                evidence |= Evidence.Article20Decision | Evidence.AuthorityAgreement;
            }
        }

        return evidence;
    }

    private static bool Said(string? text) => !string.IsNullOrWhiteSpace(text);
}
