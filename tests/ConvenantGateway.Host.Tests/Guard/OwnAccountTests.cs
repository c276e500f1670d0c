using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Consents;
using ConvenantGateway.Host.Tests.Gateway;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Tests.Guard;

/// <summary>Two persons, one fact: her account is hers; his identity needs its own ground.</summary>
[Collection(GatewayCollection.Name)]
public sealed class OwnAccountTests(GatewayFixture gateway)
{
    [Fact]
    public async Task Push_OwnAccountThatNamesTheSuspect_ArrivesWithoutHim()
    {
        var (status, answer) = await SafeCaller.TreatAsync(gateway, SafeMessages.Naming("Eigenverhaal", "1981-01-01", "D08"));
        Assert.Equal((200, "201", "204"), (status, answer.Entry(1), answer.Entry(2)));
        var account = await SafeCaller.ArrivedAsync(gateway, answer, 1);
        Assert.Contains("vertelt wat hij deed", account, StringComparison.Ordinal);
        Assert.Contains("\"subject\"", account, StringComparison.Ordinal);
        Assert.DoesNotContain("focus", account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_OtherFactThatNamesTheSuspect_IsTheIntersection()
    {
        var (status, answer) = await SafeCaller.TreatAsync(gateway, SafeMessages.Naming("Anderfeit", "1981-01-02", "D14"));
        Assert.Equal((200, "204", "204"), (status, answer.Entry(1), answer.Entry(2)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Push_SuspectOnHisOwnGround_StaysNamedInHerAccount(bool hasGround)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var birthDate = hasGround ? "1981-01-03" : "1981-01-04";
        var consent = await ashg.StoreAsync("Grond", birthDate, ConsentMessages.Given());
        var referral = ConsentMessages.Referral("Grond", birthDate);
        referral["entry"]![1]!["resource"]!["focus"] = new JsonArray(new JsonObject { ["reference"] = SafeMessages.Suspect });
        var suspect = SafeMessages.Naming("x", "1990-01-01", "D08")["entry"]![2]!.DeepClone();
        suspect["resource"]!["meta"]!["tag"]![0]!["code"] = hasGround ? "vermoedelijke-pleger" : "huisgenoot";
        referral["entry"]!.AsArray().Add(suspect);
        var token = await ashg.TokenAsync(ConsentMessages.Resting(gateway, "vrouwenopvang-noord", "REFER", "Grond", birthDate, $"Consent/{consent}"));
        using var response = await ashg.PushAsync("vrouwenopvang-noord", token, referral.ToJsonString());
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(("201", hasGround ? "201" : "204"), (answer.Entry(1), answer.Entry(3)));

        using var shelter = new Caller(gateway, "vrouwenopvang-noord");
        using var read = await shelter.SendAsync(
            HttpMethod.Get, $"/vrouwenopvang-noord/fhir/{answer["entry"]![1]!["response"]!["location"]!.GetValue<string>()}", await shelter.OwnTokenAsync());
        Assert.Equal(hasGround, (await read.Content.ReadAsStringAsync()).Contains("focus", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Push_TaskOverAnEarlierRequest_IsAboutItsPersons()
    {
        var (_, first) = await SafeCaller.TreatAsync(gateway, SafeMessages.About("Ketting", "1981-01-06", "slachtoffer", "y"));
        var location = first["entry"]![1]!["response"]!["location"]!.GetValue<string>();
        var later = Messages.Bundle((new JsonObject
        {
            ["resourceType"] = "Task",
            ["status"] = "requested",
            ["intent"] = "order",
            ["focus"] = new JsonObject { ["reference"] = location },
        }, "urn:uuid:0198f2a0-0000-4000-8000-000000000063"));
        var (status, second) = await SafeCaller.TreatAsync(gateway, later);
        Assert.True(status == 200, second.ToJsonString());
        var doctor = PartnerId.Parse("huisarts-noord");
        var stored = await gateway.World.Store.Resources.ReadAsync(doctor, "Task", second["entry"]![0]!["response"]!["location"]!.GetValue<string>()["Task/".Length..], CancellationToken.None);
        Assert.Equal(first["entry"]![0]!["response"]!["location"]!.GetValue<string>(), $"Patient/{Assert.Single(stored!.Persons).PatientId}");
    }
}
