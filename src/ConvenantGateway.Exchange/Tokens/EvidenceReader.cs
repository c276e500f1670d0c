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
        if (details.Weighing is { } weighing && StatedEvidence.Said(weighing.Necessity) && StatedEvidence.Said(weighing.Proportionality) && StatedEvidence.Said(weighing.Subsidiarity))
        {
            evidence |= Evidence.Weighing;
        }

        if (StatedEvidence.Said(details.Evidence?.Reason) || StatedEvidence.Said(details.Weighing?.Necessity))
        {
            evidence |= Evidence.Reason;
        }

        // A named professional who relies on 7:457(2) BW states the treatment relation by doing so; the record keeps who.
        if (StatedEvidence.Said(details.Evidence?.TreatmentRelation) || ground.Code == "G-DIRECT")
        {
            evidence |= Evidence.TreatmentRelation;
        }

        if (details.Evidence?.AuthorityAgreement is { } agreement
            && StatedEvidence.Said(agreement.Authority) && ConsentCheck.Date(agreement.Date) is { } date && date <= lawDate && agreement.PurposeLetter is ("a" or "b" or "c" or "d"))
        {
            evidence |= Evidence.AuthorityAgreement;
        }

        if (details.Evidence is { } said)
        {
            evidence |= StatedEvidence.Read(said, details.Actor, lawDate);
        }

        // Silence says that no data of the message are older than a year; a date that is older takes it back, unless they came out of a comparison (Wpg 8(1)(2)).
        if (details.Evidence?.OldestArticle8 is not { } oldest || details.Evidence.Article8Compared == true || (ConsentCheck.Date(oldest) is { } since && since > lawDate.AddYears(-1)))
        {
            evidence |= Evidence.RecentArticle8;
        }

        var isPartnership = snapshot.Grounds.TryGetValue(ground.Code, out var relied) && relied.Demands.HasFlag(Evidence.Article20Decision);
        foreach (var decision in snapshot.Covenant.Decisions)
        {
            if (decision.From == caller && decision.Purposes.Contains(purpose) && decision.Recipients.Contains(counterparty)
                && decision.AgreementDate <= lawDate && decision.ValidFrom <= lawDate && lawDate <= decision.ValidUntil)
            {
                // The agreement that a decision rests on is about the partnership (Wpg 20): an incidental provision (Wpg 19) needs one of its own, stated by the asker.
                evidence |= Evidence.Article20Decision | (isPartnership ? Evidence.AuthorityAgreement : Evidence.None);
            }
        }

        return evidence;
    }
}
