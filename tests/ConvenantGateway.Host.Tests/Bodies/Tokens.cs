using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Bodies;

/// <summary>Token requests that are granted; tests take something away.</summary>
internal static class Tokens
{
    public static JsonObject Status(GatewayFixture gateway, string family, string birthDate, string to = "ashg-noord")
    {
        var details = Caller.Details(gateway, to, "STATUS", "G-CONSENT");
        details["about"] = new JsonArray(new JsonObject { ["family"] = family, ["given"] = "Anna", ["birthDate"] = birthDate, ["gender"] = "female" });
        details["evidence"] = new JsonObject
        {
            ["consent"] = new JsonObject
            {
                ["giver"] = "de patiënt",
                ["capacity"] = "self",
                ["spokenAlone"] = true,
                ["recipients"] = new JsonArray(to),
                ["categories"] = new JsonArray("D01"),
                ["purpose"] = "STATUS",
                ["given"] = "2009-06-01",
                ["until"] = "2009-07-01",
                ["form"] = "written",
            },
        };
        return details;
    }

    public static JsonObject Treat(GatewayFixture gateway, string to = "huisarts-noord") => Caller.Details(gateway, to, "TREAT", "G-DIRECT");
}
