using System.Globalization;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The form of a request. Names and birth dates are made into handles and an age, and dropped.</summary>
internal sealed class InzageForm
{
    /// <summary>Family name of the betrokkene.</summary>
    public string? Achternaam { get; set; }

    /// <summary>First given name.</summary>
    public string? Voornaam { get; set; }

    /// <summary>ISO birth date.</summary>
    public string? Geboortedatum { get; set; }

    /// <summary>FHIR gender code.</summary>
    public string? Geslacht { get; set; }

    /// <summary>The day the request came in.</summary>
    public string? Ontvangen { get; set; }

    /// <summary>Who asks: a number of <see cref="ReportApplicant"/>.</summary>
    public ReportApplicant Wie { get; set; }

    /// <summary>How the identity was checked.</summary>
    public ReportProof Identiteit { get; set; }

    /// <summary>The role in the own file.</summary>
    public ReportRol Rol { get; set; }

    /// <summary>Under curatele.</summary>
    public bool Curatele { get; set; }

    /// <summary>Has a mentor.</summary>
    public bool Mentor { get; set; }

    /// <summary>Can weigh the own interests: <c>ja</c>, <c>nee</c> or empty.</summary>
    public string? Waarderen { get; set; }

    /// <summary>The representative's capacity.</summary>
    public RepresentativeCapacity Hoedanigheid { get; set; }

    /// <summary>How the authority was shown.</summary>
    public AuthorityProof Bewijs { get; set; }

    /// <summary>Family name of the representative.</summary>
    public string? VAchternaam { get; set; }

    /// <summary>First given name of the representative.</summary>
    public string? VVoornaam { get; set; }

    /// <summary>ISO birth date of the representative.</summary>
    public string? VGeboortedatum { get; set; }

    /// <summary>FHIR gender code of the representative.</summary>
    public string? VGeslacht { get; set; }

    /// <summary>The representative is the vermoedelijke pleger.</summary>
    public bool VPleger { get; set; }

    /// <summary>The betrokkene's interest opposes: <c>ja</c>, <c>nee</c> or empty.</summary>
    public string? Belang { get; set; }

    /// <summary>The request, or what is wrong in Dutch.</summary>
    public (PersonReportRequest? Request, string Wrong) Read(Officer officer, PolicySnapshot policy, IPersonHandles handles, Guid id, DateTimeOffset now)
    {
        var today = ConsoleText.DayOf(now);
        if (!TryDay(Ontvangen, out var received) || received > today || received < today.AddYears(-1))
        {
            return (null, "Vul in wanneer het verzoek is ontvangen: vandaag of eerder, binnen een jaar.");
        }

        var lawDate = policy.LawDateAt(now);
        if (!TryDay(Geboortedatum, out var born) || born > lawDate || Handle(handles, Achternaam, Voornaam, Geboortedatum, Geslacht) is not { } person)
        {
            return (null, "Vul een achternaam en een volledige geboortedatum in.");
        }

        if (!Enum.IsDefined(Wie) || !Enum.IsDefined(Identiteit) || !Enum.IsDefined(Rol) || !Enum.IsDefined(Hoedanigheid) || !Enum.IsDefined(Bewijs) || Wie == ReportApplicant.Onbekend)
        {
            return (null, "Kies wie vraagt.");
        }

        var isRepresented = Wie == ReportApplicant.Vertegenwoordiger;
        var representative = isRepresented ? Handle(handles, VAchternaam, VVoornaam, VGeboortedatum, VGeslacht) : null;
        if (isRepresented && representative is null)
        {
            return (null, "Vul ook van de vertegenwoordiger een achternaam en een volledige geboortedatum in.");
        }

        return (new PersonReportRequest
        {
            Id = id,
            Viewer = officer.Organisation.Value,
            Received = ConsoleText.StartOf(received),
            LawDate = lawDate,
            Person = person.Hex,
            Age = Age(born, lawDate),
            Applicant = Wie,
            Identity = Identiteit,
            Rol = Rol,
            IsOnderCuratele = Curatele,
            HasMentor = Mentor,
            CanWeigh = Answer(Waarderen),
            Capacity = isRepresented ? Hoedanigheid : RepresentativeCapacity.Geen,
            Authority = isRepresented ? Bewijs : AuthorityProof.Geen,
            Representative = representative?.Hex ?? "",
            RepresentativeIsSuspect = isRepresented && VPleger,
            InterestOpposes = isRepresented ? Answer(Belang) : null,
        }, "");
    }

    private static int Age(DateOnly born, DateOnly on) => on.Year - born.Year - (on < born.AddYears(on.Year - born.Year) ? 1 : 0);

    private static bool? Answer(string? answer) => answer switch
    {
        "ja" => true,
        "nee" => false,
        _ => null,
    };

    private static PersonHandle? Handle(IPersonHandles handles, string? family, string? given, string? birthDate, string? gender) =>
        handles.HandleOf(new PersonTraits(family ?? "", given, birthDate, gender is "female" or "male" or "other" ? gender : null, null));

    private static bool TryDay(string? text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
