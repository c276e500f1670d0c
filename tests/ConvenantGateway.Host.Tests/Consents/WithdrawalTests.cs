using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Consents;

/// <summary>Withdrawal (Wbp 5(2); AVG 7(3)): flows stop at once, and whoever received something is listed.</summary>
[Collection(GatewayCollection.Name)]
public sealed class WithdrawalTests(GatewayFixture gateway)
{
    private const string Shelter = "vrouwenopvang-noord";

    [Fact]
    public async Task Withdraw_TokenThatRestsOnIt_IsRefusedAtTheNextExchange()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var id = await ashg.StoreAsync("Intrek", "1983-03-01", ConsentMessages.Given());
        var details = ConsentMessages.Resting(gateway, Shelter, "REFER", "Intrek", "1983-03-01", $"Consent/{id}");
        var token = await ashg.TokenAsync(details);
        using var before = await ashg.PushAsync(Shelter, token, ConsentMessages.Referral("Intrek", "1983-03-01").ToJsonString());
        var recipients = await WithdrawAsync(ashg, id);
        using var after = await ashg.PushAsync(Shelter, token, ConsentMessages.Referral("Intrek", "1983-03-01").ToJsonString());
        using var fresh = await ashg.AskTokenAsync(details);
        Assert.Equal((200, 403, 400), ((int)before.StatusCode, (int)after.StatusCode, (int)fresh.StatusCode));
        Assert.Contains("ingetrokken", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([Shelter], recipients);
    }

    [Fact]
    public async Task Withdraw_ReplayOfAnEarlierPush_IsRefusedToo()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var id = await ashg.StoreAsync("Herhaal", "1983-03-02", ConsentMessages.Given());
        var token = await ashg.TokenAsync(ConsentMessages.Resting(gateway, Shelter, "REFER", "Herhaal", "1983-03-02", $"Consent/{id}"));
        var body = ConsentMessages.Referral("Herhaal", "1983-03-02").ToJsonString();
        using var first = await ashg.PushAsync(Shelter, token, body, ("Idempotency-Key", "herhaal-1"));
        await WithdrawAsync(ashg, id);
        using var again = await ashg.PushAsync(Shelter, token, body, ("Idempotency-Key", "herhaal-1"));
        Assert.Equal((200, 403), ((int)first.StatusCode, (int)again.StatusCode));
    }

    [Fact]
    public async Task Withdraw_Twice_ChangesNothingTheSecondTime()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var id = await ashg.StoreAsync("Tweemaal", "1983-03-03", ConsentMessages.Given());
        await WithdrawAsync(ashg, id);
        await WithdrawAsync(ashg, id);
        using var read = await ashg.SendAsync(HttpMethod.Get, $"/ashg-noord/fhir/Consent/{id}", await ashg.OwnTokenAsync());
        var consent = JsonNode.Parse(await read.Content.ReadAsStringAsync())!;
        Assert.Equal(("inactive", "2"), (consent["status"]!.GetValue<string>(), consent["meta"]!["versionId"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Withdraw_OneOfTwoPersons_KeepsTheOther()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var mother = await ashg.StoreAsync("Moeders", "1983-03-04", ConsentMessages.Given());
        var sister = await ashg.StoreAsync("Zusters", "1983-03-05", ConsentMessages.Given());
        var details = ConsentMessages.Resting(gateway, Shelter, "REFER", "Moeders", "1983-03-04", $"Consent/{mother}");
        details["about"]!.AsArray().Add(new JsonObject { ["family"] = "Zusters", ["given"] = "Anna", ["birthDate"] = "1983-03-05", ["gender"] = "female" });
        details["evidence"]!["consent"] = new JsonArray(new JsonObject { ["reference"] = $"Consent/{mother}" }, new JsonObject { ["reference"] = $"Consent/{sister}" });
        var token = await ashg.TokenAsync(details);
        await WithdrawAsync(ashg, sister);
        using var hers = await ashg.PushAsync(Shelter, token, ConsentMessages.Referral("Moeders", "1983-03-04").ToJsonString());
        using var theirs = await ashg.PushAsync(Shelter, token, ConsentMessages.Referral("Zusters", "1983-03-05").ToJsonString());
        Assert.Equal((200, 422), ((int)hers.StatusCode, (int)theirs.StatusCode));
    }

    [Fact]
    public async Task Withdraw_QuestionThatRestsOnIt_IsRefused()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var id = await hospital.StoreAsync("Vraagstop", "1983-03-06", ConsentMessages.Given("ashg-noord", "STATUS", "D01"));
        var token = await hospital.TokenAsync(ConsentMessages.Resting(gateway, "ashg-noord", "STATUS", "Vraagstop", "1983-03-06", $"Consent/{id}"));
        using var before = await AskAsync(hospital, token, "Vraagstop", "1983-03-06");
        await WithdrawAsync(hospital, id);
        using var after = await AskAsync(hospital, token, "Vraagstop", "1983-03-06");
        Assert.Equal((200, 403), ((int)before.StatusCode, (int)after.StatusCode));
    }

    [Fact]
    public async Task Withdraw_MayKnow_StopsTheAnswerAtOnceAndNamesWhoKnew()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var seeded = await ashg.PushAsync("ashg-noord", await ashg.OwnTokenAsync(), Messages.Case("Magweten", "Anna", "1983-03-07", "slachtoffer", "L1", "ziekenhuis-noord").ToJsonString());
        var id = JsonNode.Parse(await seeded.Content.ReadAsStringAsync())!["entry"]![2]!["response"]!["location"]!.GetValue<string>()["Consent/".Length..];
        var token = await hospital.TokenAsync(Tokens.Status(gateway, "Magweten", "1983-03-07"));
        using var before = await AskAsync(hospital, token, "Magweten", "1983-03-07");
        var knew = await WithdrawAsync(ashg, id);
        using var after = await AskAsync(hospital, token, "Magweten", "1983-03-07");
        Assert.Contains("\"L1\"", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"L0\"", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["ziekenhuis-noord"], knew);
    }

    [Fact]
    public async Task Recipients_OfAConsent_AreListedWithoutWithdrawing()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var id = await ashg.StoreAsync("Lijst", "1983-03-08", ConsentMessages.Given());
        var token = await ashg.TokenAsync(ConsentMessages.Resting(gateway, Shelter, "REFER", "Lijst", "1983-03-08", $"Consent/{id}"));
        using var empty = await ashg.SendAsync(HttpMethod.Get, $"/ashg-noord/fhir/Consent/{id}/$recipients", await ashg.OwnTokenAsync());
        using var first = await ashg.PushAsync(Shelter, token, ConsentMessages.Referral("Lijst", "1983-03-08").ToJsonString());
        using var second = await ashg.PushAsync(Shelter, token, ConsentMessages.Referral("Lijst", "1983-03-08").ToJsonString());
        using var listed = await ashg.SendAsync(HttpMethod.Get, $"/ashg-noord/fhir/Consent/{id}/$recipients", await ashg.OwnTokenAsync());
        Assert.Empty(Recipients(await empty.Content.ReadAsStringAsync()));
        var text = await listed.Content.ReadAsStringAsync();
        Assert.Equal([Shelter], Recipients(text));
        Assert.Contains("\"valueInteger\":2", text, StringComparison.Ordinal);
        Assert.Contains("\"active\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ashg-noord", null, 404)]
    [InlineData("ziekenhuis-noord", "1", 404)]
    [InlineData("ashg-noord", "{\"resourceType\":\"Parameters\",\"parameter\":[]}", 400)]
    public async Task Withdraw_WhatIsNotOneOwnConsent_IsRefused(string who, string? body, int status)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var caller = new Caller(gateway, who);
        var id = body is null ? Guid.CreateVersion7().ToString() : await ashg.StoreAsync("Andermans", "1983-03-09", ConsentMessages.Given());
        var content = body?.StartsWith('{') == true ? Caller.Fhir(body) : null;
        using var response = await caller.SendAsync(HttpMethod.Post, $"/{who}/fhir/Consent/{id}/$withdraw", await caller.OwnTokenAsync(), content);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Withdraw_AtAnotherPartnersAddress_IsRefused()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var id = await ashg.StoreAsync("Vreemd", "1983-03-10", ConsentMessages.Given());
        using var response = await hospital.SendAsync(
            HttpMethod.Post, $"/ashg-noord/fhir/Consent/{id}/$withdraw", await hospital.TokenAsync(Tokens.Status(gateway, "Vreemd", "1983-03-10")));
        Assert.Equal(403, (int)response.StatusCode);
        await ashg.TokenAsync(ConsentMessages.Resting(gateway, Shelter, "REFER", "Vreemd", "1983-03-10", $"Consent/{id}"));
    }

    [Theory]
    [InlineData("2009-06-01", "2009-06-01", "ziekenhuis-noord", "L1")]
    [InlineData("2009-06-02", "2009-12-31", "ziekenhuis-noord", "L0")]
    [InlineData("2009-01-01", "2009-05-31", "ziekenhuis-noord", "L0")]
    [InlineData("2009-01-01", "2009-12-31", "huisarts-noord", "L0")]
    public async Task MayKnow_PeriodAndReceiver_DecideTheAnswer(string from, string until, string recipient, string level)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var family = $"Periode{from.Replace("-", "", StringComparison.Ordinal)}{recipient[..4]}";
        using var seeded = await ashg.PushAsync(
            "ashg-noord", await ashg.OwnTokenAsync(), Messages.Case(family, "Anna", "1983-03-11", "slachtoffer", "L1", recipient, from, until).ToJsonString());
        using var answer = await AskAsync(hospital, await hospital.TokenAsync(Tokens.Status(gateway, family, "1983-03-11")), family, "1983-03-11");
        Assert.Contains($"\"{level}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("performer")]
    [InlineData("provision.actor")]
    [InlineData("provision.purpose")]
    [InlineData("provision.period")]
    [InlineData("policyRule")]
    public async Task MayKnow_WithoutWhatItMustName_IsRefused(string member)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var bundle = Messages.Case("Onduidelijk", "Anna", "1983-03-12", "slachtoffer", "L1", "ziekenhuis-noord");
        var consent = bundle["entry"]![2]!["resource"]!.AsObject();
        var path = member.Split('.');
        (path.Length == 1 ? consent : consent[path[0]]!.AsObject()).Remove(path[^1]);
        using var response = await ashg.PushAsync("ashg-noord", await ashg.OwnTokenAsync(), bundle.ToJsonString());
        Assert.Equal(422, (int)response.StatusCode);
    }

    [Fact]
    public async Task MayKnow_ForAnotherPurpose_AnswersNothing()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var bundle = Messages.Case("Anderdoel", "Anna", "1983-03-13", "slachtoffer", "L1", "ziekenhuis-noord");
        bundle["entry"]![2]!["resource"]!["provision"]!["purpose"]![0]!["code"] = "TREAT";
        using var seeded = await ashg.PushAsync("ashg-noord", await ashg.OwnTokenAsync(), bundle.ToJsonString());
        using var answer = await AskAsync(hospital, await hospital.TokenAsync(Tokens.Status(gateway, "Anderdoel", "1983-03-13")), "Anderdoel", "1983-03-13");
        Assert.Contains("\"L0\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> AskAsync(Caller caller, string token, string family, string birthDate) =>
        caller.SendAsync(HttpMethod.Post, "/ashg-noord/fhir/$case-status", token, Caller.Fhir(Messages.Question(family, "Anna", birthDate)));

    private static async Task<List<string>> WithdrawAsync(Caller caller, string id)
    {
        using var response = await caller.SendAsync(HttpMethod.Post, $"/{caller.Name}/fhir/Consent/{id}/$withdraw", await caller.OwnTokenAsync());
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return Recipients(text);
    }

    private static List<string> Recipients(string parameters) =>
    [
        .. JsonNode.Parse(parameters)!["parameter"]!.AsArray().Where(static p => p!["name"]!.GetValue<string>() == "recipient").Select(static p => p!["part"]![0]!["valueString"]!.GetValue<string>()),
    ];
}
