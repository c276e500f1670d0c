namespace ConvenantGateway.Exchange;

/// <summary>
/// The decision table of who may get a person report (domain.md 7.3, 10.3; docs/person-report.md). The defaults of a request are refused. Pure; thread safe.
/// </summary>
internal static class ReportDecision
{
    private const int Child = 12;
    private const int Sixteen = 16;
    private const int Adult = 18;

    /// <summary>Decides.</summary>
    /// <param name="request">The request.</param>
    /// <param name="regime">The law.</param>
    /// <param name="person">What the log says of the betrokkene.</param>
    /// <param name="representative">What it says of the representative; null without one.</param>
    public static ReportEntitlement Of(PersonReportRequest request, ReportRegime regime, ReportEvidence person, ReportEvidence? representative)
    {
        if (!regime.IsAnswered)
        {
            return new ReportEntitlement(true, true, ReportCare.Careful, regime.Access, $"de organisatie antwoordt zelf, buiten het koppelvlak om, binnen {regime.Term}: stuur het verzoek door", false);
        }

        if (request.Identity is not (ReportProof.DocumentGezien or ReportProof.ElektronischHoog))
        {
            return ReportEntitlement.Refused("de identiteit van wie vraagt is niet deugdelijk vastgesteld; een kopie per post is niet genoeg", regime.Identity);
        }

        return request.Applicant switch
        {
            ReportApplicant.Betrokkene => OfSelf(request, regime) ?? Granted(request, regime, person),
            ReportApplicant.Vertegenwoordiger => OfRepresentative(request, regime) ?? Represented(request, regime, person, representative),
            ReportApplicant.Onbekend => ReportEntitlement.Refused("er is niet vastgelegd wie vraagt", regime.Identity),
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
    }

    private static ReportEntitlement? OfSelf(PersonReportRequest request, ReportRegime regime)
    {
        if (request.IsOnderCuratele || request.HasMentor)
        {
            return ReportEntitlement.Refused("voor wie onder curatele staat of een mentor heeft vraagt de vertegenwoordiger", regime.Representative);
        }

        if (request.Age < Child)
        {
            return ReportEntitlement.Refused("voor een kind onder de twaalf vraagt de wettelijk vertegenwoordiger", regime.Incapable);
        }

        if (request.Age < Sixteen && !regime.FromTwelve)
        {
            return ReportEntitlement.Refused("voor wie nog geen zestien is vraagt de wettelijk vertegenwoordiger", regime.Incapable);
        }

        if (regime.FromTwelve && (request.CanWeigh == false || (request.Age < Sixteen && request.CanWeigh is null)))
        {
            return ReportEntitlement.Refused("er is niet vastgesteld dat de betrokkene de eigen belangen kan waarderen", regime.Incapable);
        }

        return null;
    }

    private static ReportEntitlement? OfRepresentative(PersonReportRequest request, ReportRegime regime)
    {
        var isRepresented = request.Capacity switch
        {
            RepresentativeCapacity.Gezag => request.Age < Sixteen || (request.Age < Adult && regime.FromTwelve && request.CanWeigh == false),
            RepresentativeCapacity.Curator => request.IsOnderCuratele,
            RepresentativeCapacity.Mentor => request.HasMentor,
            _ => false,
        };
        if (!isRepresented)
        {
            return ReportEntitlement.Refused("deze vertegenwoordiger vraagt niet voor deze betrokkene: die vraagt zelf, of een andere vertegenwoordiger", regime.Representative);
        }

        if (request.Authority == AuthorityProof.Geen)
        {
            return ReportEntitlement.Refused("het gezag of de benoeming is niet aangetoond", regime.Representative, regime.Identity);
        }

        if (request.Representative.Length == 0)
        {
            return ReportEntitlement.Refused("zonder naam en geboortedatum van de vertegenwoordiger is niet te zien of die de vermoedelijke pleger is", regime.Identity);
        }

        return request.InterestOpposes switch
        {
            true => ReportEntitlement.Refused("het belang van de betrokkene verzet zich ertegen", regime.Interest),
            null => ReportEntitlement.Refused("er is niet gewogen of het belang van de betrokkene zich ertegen verzet", regime.Interest),
            false => null,
        };
    }

    private static ReportEntitlement Represented(PersonReportRequest request, ReportRegime regime, ReportEvidence person, ReportEvidence? representative)
    {
        if (request.RepresentativeIsSuspect || representative is null || representative.IsPleger || representative.CouldBePleger)
        {
            return new ReportEntitlement(
                false, false, ReportCare.SuspectRepresentative, ReportRegimes.ForSuspectRepresentative(regime), "vertegenwoordiger-is-vermoedelijke-pleger: een mens beslist of er iets gaat, en nooit meer dan de zorgvuldige versie", true);
        }

        var granted = Granted(request, regime, person);
        return granted with { Articles = [.. granted.Articles, regime.Representative] };
    }

    private static ReportEntitlement Granted(PersonReportRequest request, ReportRegime regime, ReportEvidence person)
    {
        if (person.IsPleger || request.Rol == ReportRol.Pleger)
        {
            return new ReportEntitlement(false, false, ReportCare.Careful, [.. regime.Access, regime.Withhold], "de betrokkene is vermoedelijke pleger: alleen de eigen gegevens, zonder iets over anderen", false);
        }

        var isKnown = person.IsOther || (request.Rol != ReportRol.Onbekend && !person.CouldBePleger);
        return isKnown
            ? new ReportEntitlement(false, false, ReportCare.Ordinary, regime.Access, "de betrokkene heeft recht op het overzicht", false)
            : new ReportEntitlement(false, false, ReportCare.Careful, [.. regime.Access, regime.Withhold], "de rol van de betrokkene is niet vast te stellen: de zorgvuldige versie", false);
    }
}
