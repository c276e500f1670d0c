using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What becomes of one exchange in the person's version (docs/person-report.md has the table). Deny by default in the careful versions. Pure; thread safe.</summary>
internal static class ReportFate
{
    /// <summary>What may be named of the betrokkene's own data: never safe contact, BSN, shelter, investigation, huisverbod, reporter.</summary>
    public static readonly CategorySet Printable = CategorySet.All
        - (CategorySet.Of(2) | CategorySet.Of(3) | CategorySet.Of(5) | CategorySet.Of(11) | CategorySet.Of(13) | CategorySet.Of(21));

    /// <summary>What a careful version names: identity, own care and help, own circumstances, own consents; of a vermoedelijke pleger also antecedents and judicial data.</summary>
    public static readonly CategorySet Careful = CategorySet.Of(1) | CategorySet.Of(14) | CategorySet.Of(15) | CategorySet.Of(20) | CategorySet.Of(23) | CategorySet.Of(24);

    private static readonly CategorySet OwnRecord = CategorySet.Of(10) | CategorySet.Of(12);

    /// <summary>The fate, and why.</summary>
    public static (RowFate Fate, string Why) Of(ReportedExchange exchange, PersonInRecord here, ReportCare care, FlightMark flight, PolicySnapshot snapshot)
    {
        if (!exchange.IsDisclosed)
        {
            return (RowFate.NotDisclosed, "er is niets verstrekt");
        }

        if (here.Categories is { IsEmpty: true })
        {
            return (RowFate.NotDisclosed, "over de betrokkene is niets verstrekt");
        }

        return care switch
        {
            ReportCare.Ordinary => Ordinary(exchange, here, flight, snapshot),
            ReportCare.Careful => InCare(exchange, here, flight, snapshot),
            ReportCare.SuspectRepresentative => Treatment(exchange, here, flight, snapshot),
            _ => throw new ArgumentOutOfRangeException(nameof(care)),
        };
    }

    /// <summary>The categories that may be named.</summary>
    public static CategorySet Named(PersonInRecord here, ReportCare care)
    {
        var allowed = care == ReportCare.Ordinary ? Printable : IsOwn(here) && care == ReportCare.Careful ? Careful | OwnRecord : Careful;
        return (here.Categories ?? default) & allowed;
    }

    /// <summary>True where the other organisation may be who reported or informed: its name stays out (domain.md 0.1, 11).</summary>
    public static bool IsReporter(ReportedExchange exchange) => exchange.Seen.Record.Purpose switch
    {
        "REPORT-DV" or "REPORT-CHILD" => exchange.Movement == ReportMovement.Received,
        "FEEDBACK" => exchange.Movement == ReportMovement.Provided,
        "INVESTIGATE" => true,
        _ => false,
    };

    private static (RowFate Fate, string Why) Ordinary(ReportedExchange exchange, PersonInRecord here, FlightMark flight, PolicySnapshot snapshot)
    {
        if (here.Rollen == RolSet.Of(BetrokkeneRol.Melder))
        {
            return (RowFate.Withheld, "wie iets heeft gemeld staat in geen enkel overzicht, ook niet in het eigen");
        }

        if (here.Categories is { } categories && (categories & Printable).IsEmpty)
        {
            return (RowFate.Withheld, "alleen gegevens die nooit op papier gaan");
        }

        return FlightMark.IsShelter(exchange.Other, snapshot) ? (RowFate.Generalised, "de naam van een opvang zegt waar iemand verblijft")
            : flight.Covers(exchange.Day) ? (RowFate.Generalised, "na een mogelijk vertrek zegt elke naam iets over de streek")
            : IsReporter(exchange) ? (RowFate.Generalised, "de naam kan die van de melder of informant zijn")
            : here.Categories is null && !here.IsAlone ? (RowFate.Generalised, "meer personen in één bericht: het log zegt niet wat over wie ging")
            : (RowFate.Shown, "");
    }

    private static (RowFate Fate, string Why) InCare(ReportedExchange exchange, PersonInRecord here, FlightMark flight, PolicySnapshot snapshot)
    {
        if (Common(exchange, here, snapshot) is { } why)
        {
            return (RowFate.LeftOut, why);
        }

        var purpose = exchange.Seen.Record.Purpose;
        if (!IsOwn(here) && flight.Covers(exchange.Day))
        {
            return (RowFate.LeftOut, "na een mogelijk vertrek");
        }

        var isOrdinary = purpose == "TREAT" || (here.HasLines && (purpose == "PROBATION" || (IsOwn(here) && purpose == "REFER")));
        return isOrdinary ? (RowFate.Generalised, "zonder naam en dag") : (RowFate.LeftOut, "het doel kan een melding, vraag of vertrek verraden");
    }

    private static (RowFate Fate, string Why) Treatment(ReportedExchange exchange, PersonInRecord here, FlightMark flight, PolicySnapshot snapshot)
    {
        if (Common(exchange, here, snapshot) is { } why)
        {
            return (RowFate.LeftOut, why);
        }

        return exchange.Seen.Record.Purpose != "TREAT" ? (RowFate.LeftOut, "alleen behandeling gaat naar deze vertegenwoordiger")
            : flight.Covers(exchange.Day) ? (RowFate.LeftOut, "na een mogelijk vertrek")
            : (RowFate.Generalised, "zonder naam en dag");
    }

    private static string? Common(ReportedExchange exchange, PersonInRecord here, PolicySnapshot snapshot) =>
        !here.IsAlone ? "er staan anderen in"
        : FlightMark.IsShelter(exchange.Other, snapshot) ? "de opvang"
        : exchange.Seen.Record.Emergency ? "noodprocedure"
        : exchange.Movement == ReportMovement.AskedInVain ? "een vraag zonder antwoord"
        : null;

    private static bool IsOwn(PersonInRecord here) => here.Rollen.Contains(BetrokkeneRol.Pleger) || here.Rollen.Contains(BetrokkeneRol.Hulpvrager);
}
