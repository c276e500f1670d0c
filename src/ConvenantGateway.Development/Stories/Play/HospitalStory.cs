using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>Story (b): the hospital asks whether there is a known case (WF5, R-26, R-46). What it may not know answers alike, byte for byte.</summary>
internal sealed class HospitalStory(StoryStage stage)
{
    private const string Hospital = "ziekenhuis-noord";

    /// <summary>Plays it.</summary>
    public async Task PlayAsync(CancellationToken cancellation)
    {
        var cast = stage.Cast;
        stage.Report.Chapter(
            $"(b) Ziekenhuis Noord vraagt {stage.CentreName}: is er een bekende zaak?",
            "De vraag zelf verraadt al dat iemand op de spoedeisende hulp is. Daarom heeft de vraag een eigen grondslag nodig, en het antwoord een toestemming die "
            + "een medewerker van het steunpunt vooraf heeft vastgelegd.");
        await NoGroundAsync(cancellation);

        var isLater = stage.Options.HasVeiligThuis;
        var first = await AskAsync("b2", "2. Patiënt A geeft alleen en uitdrukkelijk toestemming; het steunpunt heeft vastgelegd dat dit ziekenhuis het mag weten", cast.Known, cancellation);
        Level(first, isLater ? "L1" : "L2", "patiënt A");
        Contact(first, !isLater);
        var second = await AskAsync("b2", "2. Hetzelfde voor patiënt B, met een toestemming voor minder (L1)", cast.KnownLess, cancellation);
        Level(second, "L1", "patiënt B");
        Contact(second, hasMore: false);

        var unpermitted = await AskAsync("b3", "3. Patiënt C is bekend, maar voor dit ziekenhuis is niets vastgelegd", cast.KnownUnpermitted, cancellation);
        Level(unpermitted, "L0", "patiënt C");
        var unknown = await AskAsync("b3", "3. Patiënt D is bij niemand bekend", cast.Unknown, cancellation);
        Level(unknown, "L0", "patiënt D");
        var suspect = await AskAsync("b4", "4. Patiënt E is de verdachte in een bekende zaak; zelfs een per vergissing vastgelegde toestemming helpt niet", cast.Suspect, cancellation);
        Level(suspect, "L0", "patiënt E");
        Alike(unpermitted, unknown, "bekend zonder toestemming en onbekend antwoorden met dezelfde bytes");
        Alike(suspect, unknown, "de verdachte en een onbekende antwoorden met dezelfde bytes");
        stage.Report.Say(isLater
            ? "De weg die de wet wel geeft: melden (Wmo 2015 art. 5.2.6), en daarna horen welke stappen zijn gezet (art. 4.1.1 lid 2 onder g)."
            : "Niet verstrekt, bij geen van deze antwoorden: D05 verblijfplaats, D06 gezin, D09 politie, D13 huisverbod, D20 hulp, D21 melder.");
    }

    private async Task NoGroundAsync(CancellationToken cancellation)
    {
        var report = stage.Report;
        report.Request("1. Zonder toestemming: het token wordt geweigerd, voordat er ergens wordt gekeken");
        var known = await stage.Client(Hospital).TokenAsync(Ask(stage.Cast.Known) with { Consents = [] }, cancellation);
        var unknown = await stage.Client(Hospital).TokenAsync(Ask(stage.Cast.Unknown) with { Consents = [] }, cancellation);
        stage.Remember("b1", known.Answer);
        stage.Remember("b1", unknown.Answer);
        report.Refused(known.Answer);
        report.Expect(known.Token is null && known.Answer.Status is 400 or 403, "zonder grondslag wordt de vraag bij het token geweigerd");
        Alike(known.Answer, unknown.Answer, "de weigering is voor een bekende en een onbekende patiënt dezelfde, byte voor byte");
        var text = string.Join(' ', known.Answer.Texts());
        report.Expect(text.Contains("Vraag advies zonder persoonsgegevens", StringComparison.Ordinal), "de weigering biedt \"Vraag advies zonder persoonsgegevens\"");
        if (stage.Options.HasVeiligThuis)
        {
            report.Expect(text.Contains("meld bij Veilig Thuis", StringComparison.Ordinal), "de weigering wijst de weg die de wet wel geeft: melden (R-21)");
        }

        report.Expect(text.Contains("112", StringComparison.Ordinal), "de weigering zegt wie te bellen");
    }

    private async Task<PartnerAnswer?> AskAsync(string scene, string title, StoryPerson person, CancellationToken cancellation)
    {
        stage.Report.Request(title);
        if (await stage.TokenAsync(Hospital, Ask(person), cancellation) is not { } token)
        {
            return null;
        }

        var answer = await stage.Client(Hospital).CaseStatusAsync(stage.Centre, token, Question(person), cancellation);
        stage.Remember(scene, answer);
        if (answer.Status == 200)
        {
            if (Value(answer, "level") == "L0")
            {
                stage.Report.Say($"antwoord aan {person.Label}: Geen gegevens beschikbaar voor u (niveau L0); {Words("advice")}: {Value(answer, "advice")}");
            }
            else
            {
                stage.Report.Arrived(person.Label, Parameters(answer));
            }

            stage.Report.Receipt(answer);
        }
        else
        {
            stage.Report.Refused(answer);
        }

        return answer;
    }

    private TokenAsk Ask(StoryPerson person) => new()
    {
        To = stage.Centre,
        Actor = StoryCast.ActorOf(Hospital),
        Purpose = "STATUS",
        Ground = "G-CONSENT",
        About = [person.ToAbout()],
        Consents = [new TokenConsent(0, "patiënt zelf", ["D01", "D19"], stage.Options.LawDate, stage.Options.LawDate.AddDays(30))],
    };

    private static JsonObject Question(StoryPerson person) => new()
    {
        ["resourceType"] = "Parameters",
        ["parameter"] = new JsonArray(
            new JsonObject { ["name"] = "family", ["valueString"] = person.Family },
            new JsonObject { ["name"] = "given", ["valueString"] = person.Given },
            new JsonObject { ["name"] = "birthDate", ["valueDate"] = IsoDate.Of(person.BirthDate) },
            new JsonObject { ["name"] = "gender", ["valueCode"] = person.Gender }),
    };

    private void Level(PartnerAnswer? answer, string level, string who) =>
        stage.Report.Expect(Value(answer, "level") == level, $"{who} krijgt {level}");

    private void Contact(PartnerAnswer? answer, bool hasMore)
    {
        stage.Report.Expect(Parameter(answer, "contact") is not null, "vanaf L1 staat er bij welke organisatie en functie te bellen");
        stage.Report.Expect((Parameter(answer, "since") is not null) == hasMore, hasMore ? "bij L2 staat er ook sinds wanneer" : "bij L1 staat er niet sinds wanneer");
    }

    private void Alike(PartnerAnswer? one, PartnerAnswer? other, string expectation)
    {
        var isAlike = one is not null && other is not null && one.Status == other.Status && one.Body.Span.SequenceEqual(other.Body.Span);
        if (stage.Report.Expect(isAlike, expectation))
        {
            stage.Report.Say($"vergeleken, gelijk: {expectation}.");
        }
    }

    private static IEnumerable<string> Parameters(PartnerAnswer answer) =>
        (answer.Json?["parameter"] as JsonArray ?? []).OfType<JsonObject>().Select(static p => $"{Words(p["name"]?.ToString())} {Text(p)}");

    private static string Text(JsonObject parameter) => parameter["part"] is JsonArray parts
        ? string.Join(", ", parts.OfType<JsonObject>().Select(static p => $"{Words(p["name"]?.ToString())} {Text(p)}"))
        : parameter.Where(static m => m.Key.StartsWith("value", StringComparison.Ordinal)).Select(static m => m.Value?.ToString()).FirstOrDefault() ?? "";

    private static string Words(string? parameter) => (parameter ?? "") switch
    {
        "level" => "niveau",
        "advice" => "advies",
        "contact" => "contact:",
        "organisation" => "organisatie",
        "function" => "functie",
        "telephone" => "telefoon",
        "since" => "betrokken sinds",
        "coordinator" => "coördinator",
        var other => other,
    };

    private static string? Value(PartnerAnswer? answer, string name) => Parameter(answer, name) is { } parameter ? Text(parameter) : null;

    private static JsonObject? Parameter(PartnerAnswer? answer, string name) =>
        (answer?.Json?["parameter"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(p => p["name"]?.ToString() == name);
}
