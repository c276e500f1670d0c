using System.Text.Json.Nodes;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange.Tests.Guard;
using ConvenantGateway.Exchange.Tests.Pull;
using ConvenantGateway.Policy;
using Microsoft.Extensions.Logging.Abstractions;

namespace ConvenantGateway.Exchange.Tests.Projections;

/// <summary>The own log as AuditEvents: one per betrokkene, and each side its own view only.</summary>
public sealed class AuditEventTests
{
    [Fact]
    public async Task Search_RecordAboutTwo_GivesOneEventEachWithItsOwnCategories()
    {
        var log = new ViewLog();
        log.Add(Lines.Push());

        var events = await EventsAsync(log, Lines.Own(Lines.Police));

        Assert.Equal(2, events.Count);
        Assert.Equal([Pseudonym(Lines.Anna, Lines.Police), Pseudonym(Lines.Bram, Lines.Police)], events.Select(Patient));
        Assert.Equal(["D01 D08", "D01"], events.Select(static e => Detail(e, "categories-released")));
        Assert.Equal(2, events.Select(static e => e["id"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task Search_RecordAboutNobody_GivesOneEventWithoutPatient()
    {
        var log = new ViewLog();
        log.Add(Lines.Record("metadata", "released", Lines.Hospital, Lines.Ashg) with { Views = [new RecordView(Lines.Hospital, [], [])] });

        var found = Assert.Single(await EventsAsync(log, Lines.Own(Lines.Hospital)));

        Assert.Null(Patient(found));
        Assert.Null(found["meta"]);
    }

    [Fact]
    public async Task Search_QuestionWithoutAnswerOrRefused_IsInTheAskersLogOnly()
    {
        var log = new ViewLog();
        log.Add(Lines.Unanswered());
        log.Add(Lines.Unanswered("refused", 403));

        Assert.Equal(2, (await EventsAsync(log, Lines.Own(Lines.Hospital))).Count);
        Assert.Empty(await EventsAsync(log, Lines.Own(Lines.Ashg)));
    }

    /// <summary>The asker learns from the event of an unanswered question what its answer told it: nothing of the register.</summary>
    [Fact]
    public async Task Search_QuestionWithoutAnswer_TellsTheAskerNothingOfTheRegister()
    {
        var log = new ViewLog();
        log.Add(Lines.Answered());
        log.Add(Lines.Unanswered());
        var events = await EventsAsync(log, Lines.Own(Lines.Hospital));

        Assert.DoesNotContain("answer", events[0].ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("permission", events[1].ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("G-COOP", events[1].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_HoldersSide_NamesNoProfessionalOfTheOther()
    {
        var log = new ViewLog();
        log.Add(Lines.Answered());

        var asker = Assert.Single(await EventsAsync(log, Lines.Own(Lines.Hospital))).ToJsonString();
        var holder = Assert.Single(await EventsAsync(log, Lines.Own(Lines.Ashg))).ToJsonString();

        Assert.Contains("900012345", asker, StringComparison.Ordinal);
        Assert.DoesNotContain("900012345", holder, StringComparison.Ordinal);
        Assert.Contains("PrivacyDisclosure.Source", holder, StringComparison.Ordinal);
        Assert.Contains("G-COOP", holder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_TwoSides_CallTheSamePersonDifferently()
    {
        var log = new ViewLog();
        log.Add(Lines.Answered());

        var asker = Patient(Assert.Single(await EventsAsync(log, Lines.Own(Lines.Hospital))));
        var holder = Patient(Assert.Single(await EventsAsync(log, Lines.Own(Lines.Ashg))));

        Assert.NotEqual(asker, holder);
        Assert.DoesNotContain(Lines.Anna.Hex, asker, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Search_TokenWithEvidence_ShowsNoWordOfIt()
    {
        var log = new ViewLog();
        const string Sent = """[{"about":[{"family":"Geheim","birthDate":"1980-01-02"}],"weighing":{"necessity":"gebroken arm"},"evidence":{"consent":{"giver":"de moeder"}}}]""";
        log.Add(Lines.Record("token", "released", Lines.Hospital, Lines.Ashg) with
        {
            Type = RecordType.Token,
            Views = [new RecordView(Lines.Hospital, [.. Lines.Actor, new RecordValue("authorization-details", Sent), new RecordValue("reason", "Geheim")], Lines.Persons(Lines.Anna))],
        });

        var found = Assert.Single(await EventsAsync(log, Lines.Own(Lines.Hospital))).ToJsonString();

        foreach (var word in (string[])["Geheim", "1980", "arm", "moeder"])
        {
            Assert.DoesNotContain(word, found, StringComparison.Ordinal);
        }

        Assert.Contains("IHE.BasicAudit.AuthZconsent", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_TokenRefused_ClaimsNoConsent()
    {
        var log = new ViewLog();
        log.Add(Lines.Record("token", "refused", Lines.Hospital, Lines.Ashg) with
        {
            Type = RecordType.Token,
            Status = 400,
            Views = [new RecordView(Lines.Hospital, [.. Lines.Actor, new RecordValue("authorization-details", """[{"evidence":{"consent":{"reference":"Consent/900151221"}}}]""")], [])],
        });

        var found = Assert.Single(await EventsAsync(log, Lines.Own(Lines.Hospital)));

        Assert.Equal("8", found["outcome"]!.GetValue<string>());
        Assert.DoesNotContain("900151221", found.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(found["meta"]);
    }

    [Fact]
    public async Task Search_WhatOfficersDid_IsNoEvent()
    {
        var log = new ViewLog();
        foreach (var type in Enum.GetValues<RecordType>().Where(static t => t != RecordType.None && !AuditEventShape.Types.Contains(t)))
        {
            log.Add(Lines.Record("console", "released", "fg-ziekenhuis-noord", Lines.Hospital) with { Type = type, Views = [new RecordView(Lines.Hospital, [new RecordValue("reason", "x")], [])] });
        }

        Assert.Empty(await EventsAsync(log, Lines.Own(Lines.Hospital)));
        Assert.Equal(404, (await ReadAsync(log, Lines.Own(Lines.Hospital), Lines.Parts(log).Ids.Of(PartnerId.Parse(Lines.Hospital), 0, 0))).Status);
    }

    [Fact]
    public async Task Search_EmergencyUse_IsBreakTheGlass()
    {
        var log = new ViewLog();
        log.Add(Lines.Push() with { Emergency = true });

        Assert.All(await EventsAsync(log, Lines.Own(Lines.Police)), static e => Assert.Contains("\"BTG\"", e.ToJsonString(), StringComparison.Ordinal));
        Assert.DoesNotContain("BTG", (await EventsAsync(Filled(Lines.Push()), Lines.Own(Lines.Police)))[0].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erased_RecordAboutTwo_SaysSoAndNamesNobody()
    {
        var log = new ViewLog();
        var index = log.Add(Lines.Push());
        var ids = (await EventsAsync(log, Lines.Own(Lines.Police))).Select(static e => e["id"]!.GetValue<string>()).ToList();
        log.Erase(index);

        var found = Assert.Single(await EventsAsync(log, Lines.Own(Lines.Police)));
        var second = JsonNode.Parse(Lines.Text(await ReadAsync(log, Lines.Own(Lines.Police), ids[1])))!;

        Assert.Equal("erased", Detail(found, "values"));
        Assert.Null(Patient(found));
        Assert.DoesNotContain("4711", found.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("erased", Detail(second, "values"));
        Assert.Equal(404, (await ReadAsync(log, Lines.Own(Lines.Police, Lines.Anna), ids[0])).Status);
    }

    [Theory]
    [InlineData("stored", 200, "0")]
    [InlineData("replayed", 200, "0")]
    [InlineData("absent", 404, "4")]
    [InlineData("refused", 429, "4")]
    [InlineData("refused", 403, "8")]
    [InlineData("failed", 500, "12")]
    [InlineData("unknown", 0, "12")]
    public async Task Search_OutcomeOfARecord_HasItsCode(string outcome, int status, string code)
    {
        var log = Filled(Lines.Push(outcome) with { Status = status });

        var found = (await EventsAsync(log, Lines.Own(Lines.Police)))[0];

        Assert.Equal(code, found["outcome"]!.GetValue<string>());
        if (code != "0")
        {
            Assert.Null(found["meta"]);
        }
    }

    [Fact]
    public async Task Read_OwnId_GivesTheBytesOfTheSearch()
    {
        var log = Filled(Lines.Push());
        foreach (var found in await EventsAsync(log, Lines.Own(Lines.Police)))
        {
            var read = await ReadAsync(log, Lines.Own(Lines.Police), found["id"]!.GetValue<string>());

            Assert.Equal(200, read.Status);
            Assert.True(JsonNode.DeepEquals(found, JsonNode.Parse(Lines.Text(read))));
            Assert.Single(read.Record.Views[0].Persons);
        }
    }

    [Fact]
    public async Task Read_IdOfAnotherUnknownOrOutsideTheToken_AnswersAlike()
    {
        var log = Filled(Lines.Push());
        var ids = Lines.Parts(log).Ids;
        var foreign = ids.Of(PartnerId.Parse(Lines.Ashg), 0, 0);
        var answers = new[]
        {
            await ReadAsync(log, Lines.Own(Lines.Police), foreign),
            await ReadAsync(log, Lines.Own(Lines.Police), "no-such-id"),
            await ReadAsync(log, Lines.Own(Lines.Police), ids.Of(PartnerId.Parse(Lines.Police), 7, 0)),
            await ReadAsync(log, Lines.Own(Lines.Police), ids.Of(PartnerId.Parse(Lines.Police), 0, 2)),
            await ReadAsync(log, Lines.Own(Lines.Hospital), ids.Of(PartnerId.Parse(Lines.Hospital), 0, 0)),
            await ReadAsync(log, Lines.Own(Lines.Police, Lines.Bram), ids.Of(PartnerId.Parse(Lines.Police), 0, 0)),
        };

        Assert.All(answers, a => Assert.Equal((404, true, Lines.Text(answers[0])), (a.Status, a.IsAbsence, Lines.Text(a))));
        Assert.All(answers, static a => Assert.Equal("absent", a.Record.Outcome));
        Assert.Equal(200, (await ReadAsync(log, Lines.Own(Lines.Police, Lines.Bram), ids.Of(PartnerId.Parse(Lines.Police), 0, 1))).Status);
    }

    [Fact]
    public async Task Search_TokenAboutSomebody_ShowsHerEventsOnly()
    {
        var log = Filled(Lines.Push(), Lines.Push(), Lines.Unanswered(from: Lines.Police));

        var found = await EventsAsync(log, Lines.Own(Lines.Police, Lines.Bram));

        Assert.Equal([Pseudonym(Lines.Bram, Lines.Police), Pseudonym(Lines.Bram, Lines.Police)], found.Select(Patient));
        Assert.Empty(await EventsAsync(log, Lines.Own(Lines.Police, new PersonHandle(new string('e', 64)))));
    }

    [Fact]
    public async Task Search_InPagesOfOne_GivesEachEventOnce()
    {
        using var pages = new PageTokens();
        var log = Filled(Lines.Push(), Lines.Unanswered(from: Lines.Police), Lines.Push());
        var ids = new List<string>();
        string? token = null;
        do
        {
            var form = token is null ? new[] { ("_count", "1") } : [("_count", "1"), ("_page", token)];
            var bundle = JsonNode.Parse(Lines.Text(await Lines.SearchAsync(log, Lines.Own(Lines.Police), pages, form)))!;
            ids.AddRange(bundle["entry"]!.AsArray().Select(static e => e!["resource"]!["id"]!.GetValue<string>()));
            token = bundle["link"]?[0]!["url"]!.GetValue<string>().Split("_page=")[1];
        }
        while (token is not null && ids.Count < 10);

        Assert.Equal(5, ids.Count);
        Assert.Equal(5, ids.Distinct().Count());
    }

    [Fact]
    public async Task Search_FewMatchesAmongMany_EndsThePageAndGoesOn()
    {
        using var pages = new PageTokens();
        var log = new ViewLog();
        log.Add(Lines.Push("failed"));
        for (var i = 0; i < 2100; i++)
        {
            log.Add(Lines.Unanswered(from: Lines.Police));
        }

        var first = JsonNode.Parse(Lines.Text(await Lines.SearchAsync(log, Lines.Own(Lines.Police), pages, ("outcome", "12"))))!;
        var read = log.Pages;
        var next = first["link"]![0]!["url"]!.GetValue<string>().Split("_page=")[1];
        var second = JsonNode.Parse(Lines.Text(await Lines.SearchAsync(log, Lines.Own(Lines.Police), pages, ("outcome", "12"), ("_page", next))))!;

        Assert.Null(first["entry"]);
        Assert.Equal(10, read);
        Assert.Equal(2, second["entry"]!.AsArray().Count);
    }

    [Fact]
    public async Task Search_PageOfAnotherSearchOrOrganisation_IsRefused()
    {
        using var pages = new PageTokens();
        var log = Filled(Lines.Push(), Lines.Push());
        var bundle = JsonNode.Parse(Lines.Text(await Lines.SearchAsync(log, Lines.Own(Lines.Police), pages, ("_count", "1"))))!;
        var token = bundle["link"]![0]!["url"]!.GetValue<string>().Split("_page=")[1];

        Assert.Equal(400, (await Lines.SearchAsync(log, Lines.Own(Lines.Ashg), pages, ("_page", token))).Status);
        Assert.Equal(400, (await Lines.SearchAsync(log, Lines.Own(Lines.Police), pages, ("_page", token), ("outcome", "0"))).Status);
        Assert.Equal(400, (await Lines.SearchAsync(log, Lines.Own(Lines.Police, Lines.Anna), pages, ("_page", token))).Status);
        Assert.Equal(200, (await Lines.SearchAsync(log, Lines.Own(Lines.Police), pages, ("_page", token))).Status);
    }

    [Fact]
    public async Task Search_Recorded_IsAboutNobodyItShowed()
    {
        using var pages = new PageTokens();
        var answer = await Lines.SearchAsync(Filled(Lines.Push()), Lines.Own(Lines.Police), pages);

        var view = Assert.Single(answer.Record.Views);

        Assert.Empty(view.Persons);
        Assert.Contains(new RecordValue("resources", "AuditEvent:2"), view.Values);
        Assert.Equal(["SELF"], answer.Record.Rules);
    }

    [Fact]
    public async Task Search_ScopeOfAnotherType_IsRefused()
    {
        using var pages = new PageTokens();
        var call = Lines.Own(Lines.Police);
        call = call with { Grant = call.Grant! with { Scopes = ["system/Patient.rs"] } };

        Assert.Equal(403, (await Lines.SearchAsync(Filled(Lines.Push()), call, pages)).Status);
    }

    private static ViewLog Filled(params ExchangeRecord[] records)
    {
        var log = new ViewLog();
        foreach (var record in records)
        {
            log.Add(record);
        }

        return log;
    }

    private static async Task<List<JsonNode>> EventsAsync(ViewLog log, ExchangeCall call)
    {
        using var pages = new PageTokens();
        var answer = await Lines.SearchAsync(log, call, pages);
        return [.. (JsonNode.Parse(Lines.Text(answer))!["entry"]?.AsArray() ?? []).Select(static e => e!["resource"]!)];
    }

    private static async Task<PreparedAnswer> ReadAsync(ViewLog log, ExchangeCall call, string id)
    {
        using var alarm = new GuardAlarm(NullLogger<GuardAlarm>.Instance);
        var stored = new StoredResource { Register = call.Caller, Source = call.Caller, Transaction = Guid.Empty, Type = "Patient", Id = "p1", ReceivedAt = DateTimeOffset.UnixEpoch, Json = "{}"u8.ToArray() };
        var resources = new OneResource(stored, null);
        var parts = new PullParts(resources, new EvidenceOfToken(new OneDossier(DossierFacts.None), resources), new SafeContactGuard(new OneWhereabouts(), new PersonHandles(new byte[32]), alarm));
        return await new AuditEventReadInteraction(Lines.Parts(log), parts, id).PrepareAsync(call, TestContext.Current.CancellationToken);
    }

    private static string Pseudonym(PersonHandle handle, string viewer) => PersonPseudonym.Of(handle.ToBytes(), viewer);

    private static string? Patient(JsonNode e) => e["entity"]!.AsArray().Select(static x => x!["what"]).FirstOrDefault(static w => w?["type"]?.GetValue<string>() == "Patient")?["identifier"]!["value"]!.GetValue<string>();

    private static string? Detail(JsonNode e, string type) => e["entity"]!.AsArray().SelectMany(static x => x!["detail"]?.AsArray() ?? [])
        .FirstOrDefault(d => d!["type"]!.GetValue<string>() == type)?["valueString"]!.GetValue<string>();
}
