namespace ConvenantGateway.Development.Stories;

/// <summary>The synthetic people of the stories. Ages follow the law date, so that the son is seven whenever the law is read.</summary>
/// <param name="lawDate">The date whose law decides.</param>
internal sealed class StoryCast(DateOnly lawDate)
{
    /// <summary>The mother of story (a).</summary>
    public StoryPerson Mother { get; } = new("moeder", "slachtoffer", "Zandvoorbeeld", "Mirjam", new DateOnly(1978, 4, 12), "female");

    /// <summary>Her son of seven.</summary>
    public StoryPerson Son { get; } = new("zoon (7)", "kind", "Zandvoorbeeld", "Daan", new DateOnly(lawDate.Year - 8, 12, 30), "male");

    /// <summary>Her former partner.</summary>
    public StoryPerson ExPartner { get; } = new("ex-partner", "vermoedelijke-pleger", "Proefwerker", "Ruud", new DateOnly(1975, 9, 3), "male");

    /// <summary>Known, with a permission for the hospital at L2.</summary>
    public StoryPerson Known { get; } = new("patiënt A", "slachtoffer", "Meetlat", "Joke", new DateOnly(1969, 2, 20), "female");

    /// <summary>Known, with a permission for the hospital at L1.</summary>
    public StoryPerson KnownLess { get; } = new("patiënt B", "slachtoffer", "Proefveld", "Ingrid", new DateOnly(1984, 11, 8), "female");

    /// <summary>Known, without any permission.</summary>
    public StoryPerson KnownUnpermitted { get; } = new("patiënt C", "slachtoffer", "Schaduwrijk", "Petra", new DateOnly(1990, 6, 1), "female");

    /// <summary>Nobody knows this person.</summary>
    public StoryPerson Unknown { get; } = new("patiënt D", "slachtoffer", "Nergenshuizen", "Anna", new DateOnly(1988, 1, 17), "female");

    /// <summary>The suspect in a known case.</summary>
    public StoryPerson Suspect { get; } = new("patiënt E", "pleger", "Toetssteen", "Kees", new DateOnly(1971, 7, 30), "male");

    /// <summary>The victim of the police's incident.</summary>
    public StoryPerson Victim { get; } = new("slachtoffer", "slachtoffer", "Oefenberg", "Linda", new DateOnly(1982, 5, 25), "female");

    /// <summary>The suspect of the police's incident.</summary>
    public StoryPerson Accused { get; } = new("verdachte", "vermoedelijke-pleger", "Testerink", "Harm", new DateOnly(1980, 3, 14), "male");

    /// <summary>The child that was present.</summary>
    public StoryPerson Child { get; } = new("kind", "kind", "Oefenberg", "Sem", new DateOnly(lawDate.Year - 6, 12, 30), "male");

    /// <summary>The neighbour who called.</summary>
    public StoryPerson Neighbour { get; } = new("buurvrouw", "melder", "Raamkijker", "Willemien", new DateOnly(1955, 8, 2), "female");

    /// <summary>The professional who acts for a partner.</summary>
    public static TokenActor ActorOf(string partner) => partner switch
    {
        "ziekenhuis-noord" => new("https://fhir.nl/fhir/NamingSystem/uzi-nr-pers", "900012345", "T. Arts", "SEH-arts"),
        "huisarts-noord" => new("https://fhir.nl/fhir/NamingSystem/uzi-nr-pers", "900054321", "H. Dokter", "huisarts"),
        "politie-noord" => new("https://convenantgateway.nl/fhir/NamingSystem/dienstnummer", "POL-4711", "B. Wachter", "contactfunctionaris huiselijk geweld"),
        _ => new($"https://convenantgateway.nl/fhir/NamingSystem/medewerker", $"{partner}-17", "C. Werker", "casuswerker"),
    };
}
