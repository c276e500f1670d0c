using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Guard;

/// <summary>Pushes for treatment, and reads what arrived.</summary>
internal static class SafeCaller
{
    /// <summary>Hospital to doctor: R-25.</summary>
    public static async Task<(int Status, JsonNode Answer)> TreatAsync(GatewayFixture gateway, JsonObject bundle)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var response = await hospital.PushAsync("huisarts-noord", await hospital.TokenAsync(Tokens.Treat(gateway)), bundle.ToJsonString());
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>Into the partner's own register.</summary>
    public static async Task OwnAsync(GatewayFixture gateway, string partner, JsonObject bundle)
    {
        using var self = new Caller(gateway, partner);
        using var response = await self.PushAsync(partner, await self.OwnTokenAsync(), bundle.ToJsonString());
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The status of one entry: <c>201</c> or <c>204</c>.</summary>
    public static string Entry(this JsonNode answer, int index) => answer["entry"]![index]!["response"]!["status"]!.GetValue<string>()[..3];

    /// <summary>What the doctor's inbox holds of one entry.</summary>
    public static async Task<string> ArrivedAsync(GatewayFixture gateway, JsonNode answer, int index)
    {
        using var doctor = new Caller(gateway, "huisarts-noord");
        var location = answer["entry"]![index]!["response"]!["location"]!.GetValue<string>();
        using var read = await doctor.SendAsync(HttpMethod.Get, $"/huisarts-noord/fhir/{location}", await doctor.OwnTokenAsync());
        Assert.Equal(200, (int)read.StatusCode);
        return await read.Content.ReadAsStringAsync();
    }
}
