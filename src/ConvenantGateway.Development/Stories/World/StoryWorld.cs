using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>Fills the registers of the development world with synthetic cases, as each organisation itself: pushes to its own address. Does nothing where they are already there.</summary>
internal sealed class StoryWorld(StoryStage stage)
{
    private const string Hospital = "ziekenhuis-noord";

    /// <summary>Seeds the centre and the hospital.</summary>
    public async Task SeedAsync(CancellationToken cancellation)
    {
        stage.Report.Chapter("De registers", $"{stage.CentreName} en Ziekenhuis Noord houden een register bij op deze gateway. Ze vullen het zelf, langs dezelfde weg als elk ander bericht.");
        await SeedOneAsync(stage.Centre, null, stage.Cast.Known, Centre(), cancellation);
        await SeedOneAsync(Hospital, "TREAT", Client(stage.Cast.Known), Patients(), cancellation);
    }

    private async Task SeedOneAsync(string partner, string? purpose, StoryPerson first, StoryMessage message, CancellationToken cancellation)
    {
        if (await stage.TokenAsync(partner, new TokenAsk { To = partner, Actor = StoryCast.ActorOf(partner), Purpose = purpose }, cancellation) is not { } token)
        {
            return;
        }

        var client = stage.Client(partner);
        var found = await client.SearchAsync(partner, token, "Patient", [new("family", first.Family), new("birthdate", IsoDate.Of(first.BirthDate))], cancellation);
        if (found.Json?["entry"] is JsonArray { Count: > 0 })
        {
            stage.Report.Say($"{partner}: het register is al gevuld.");
            return;
        }

        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var answer = await client.PushAsync(partner, token, message.ToBytes(), $"register-{partner}-{IsoDate.Of(today)}", cancellation);
        if (stage.Report.Expect(answer.Status == 200, $"{partner} vult het eigen register"))
        {
            stage.Report.Say($"{partner}: {message.Count} gegevens in het eigen register.");
            stage.Report.Receipt(answer);
        }
        else
        {
            stage.Report.Refused(answer);
        }
    }

    /// <summary>The centre's register.</summary>
    internal StoryMessage Centre()
    {
        var cast = stage.Cast;
        var level = stage.Options.HasVeiligThuis ? "L1" : "L2";
        var message = new StoryMessage();
        Case(message, cast.Known, "2009-101", "M. Coördinator", level);
        Case(message, cast.KnownLess, "2009-102", "S. Begeleider", "L1");
        Case(message, cast.KnownUnpermitted, "2009-103", "S. Begeleider", null);

        // The permission is there by mistake: the role alone must keep the answer at L0.
        Case(message, cast.Suspect, "2009-101", "M. Coördinator", "L2");
        return message;
    }

    private void Case(StoryMessage message, StoryPerson person, string number, string coordinator, string? level)
    {
        message.Person(person);
        message.Add(new JsonObject
        {
            ["resourceType"] = "EpisodeOfCare",
            ["identifier"] = new JsonArray(new JsonObject { ["system"] = "https://convenantgateway.nl/fhir/NamingSystem/zaak", ["value"] = number }),
            ["status"] = "active",
            ["patient"] = new JsonObject { ["reference"] = person.Urn },
            ["period"] = new JsonObject { ["start"] = IsoDate.Of(stage.Options.LawDate.AddMonths(-2)) },
            ["careManager"] = new JsonObject { ["display"] = coordinator },
        });
        if (level is not null)
        {
            message.Add(Permission(person, level, coordinator));
        }
    }

    private JsonObject Permission(StoryPerson person, string level, string givenBy)
    {
        const string Codes = "https://convenantgateway.nl/fhir/CodeSystem/";
        return new JsonObject
        {
            ["resourceType"] = "Consent",
            ["status"] = "active",
            ["scope"] = FhirNodes.Concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
            ["category"] = new JsonArray(FhirNodes.Concept(Codes + "toestemmingsvorm", "mag-weten")),
            ["patient"] = new JsonObject { ["reference"] = person.Urn },
            ["dateTime"] = IsoDate.Of(stage.Options.LawDate.AddMonths(-1)),
            ["performer"] = new JsonArray(new JsonObject { ["display"] = $"{givenBy}, casuswerker" }),
            ["policyRule"] = FhirNodes.Concept(Codes + "grondslag", "G-CONSENT"),
            ["provision"] = new JsonObject
            {
                ["type"] = "permit",
                ["period"] = new JsonObject { ["start"] = IsoDate.Of(stage.Options.LawDate.AddMonths(-1)), ["end"] = IsoDate.Of(stage.Options.LawDate.AddYears(1)) },
                ["actor"] = new JsonArray(new JsonObject
                {
                    ["role"] = FhirNodes.Concept("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP"),
                    ["reference"] = new JsonObject { ["identifier"] = new JsonObject { ["system"] = FhirNodes.PartnerSystem, ["value"] = Hospital } },
                }),
                ["purpose"] = new JsonArray(FhirNodes.Coding(Codes + "doel", "STATUS")),
                ["code"] = new JsonArray(FhirNodes.Concept(Codes + "statusniveau", level)),
            },
        };
    }

    /// <summary>The hospital's register.</summary>
    internal StoryMessage Patients()
    {
        var patient = Client(stage.Cast.Known);
        var message = new StoryMessage();
        message.Person(patient);
        message.Add(FhirNodes.Condition("D14", patient, "distorsie enkel", stage.Options.LawDate.AddMonths(-6)));
        return message;
    }

    private static StoryPerson Client(StoryPerson person) => person with { Rol = "client" };
}
