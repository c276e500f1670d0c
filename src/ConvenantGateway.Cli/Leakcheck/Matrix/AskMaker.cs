using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>Composes token requests in which every text is a canary. Not thread safe.</summary>
internal sealed class AskMaker(CanaryBook book, DateOnly lawDate)
{
    /// <summary>A request for the caller's own register.</summary>
    public byte[] Own(string self, string address) => Form(self, new JsonObject
    {
        ["type"] = "convenant_exchange", ["locations"] = new JsonArray($"{address}/{self}/fhir"), ["actor"] = Actor(new CanaryHome(self, "own register", BetrokkeneRol.Onbekend, default)),
    });

    /// <summary>A request with all that can be shown.</summary>
    /// <param name="cell">The exchange.</param>
    /// <param name="address">The listener.</param>
    /// <param name="about">The persons.</param>
    /// <param name="lacks">What to leave out: <c>evidence</c>, <c>ground</c> or nothing.</param>
    public byte[] Full(ExchangeCell cell, string address, IReadOnlyList<CasePerson> about, string lacks = "")
    {
        var home = new CanaryHome(cell.From.Value, $"token {cell}", BetrokkeneRol.Onbekend, default);
        if (lacks.Length == 0 && !cell.Rules.IsEmpty)
        {
            // Whoever is told something learns who tells it; a question that was refused is the asker's alone.
            home.Released[cell.To.Value] = default;
        }

        var one = new JsonObject { ["type"] = "convenant_exchange", ["locations"] = new JsonArray($"{address}/{cell.To}/fhir"), ["purpose"] = cell.Purpose.Code, ["actor"] = Actor(home) };
        one["about"] = new JsonArray([.. about.Select(static p => (JsonNode)p.ToAbout())]);
        if (lacks != "ground")
        {
            one["ground"] = cell.Ground.Code;
        }

        if (lacks != "evidence")
        {
            one["evidence"] = Evidence(cell, about.Count, home);
            one["weighing"] = new JsonObject
            {
                ["necessity"] = Say(home, "weighing.necessity"), ["proportionality"] = Say(home, "weighing.proportionality"), ["subsidiarity"] = Say(home, "weighing.subsidiarity"),
                ["informed"] = false, ["notInformedBecause"] = Say(home, "weighing.notInformedBecause"), ["consulted"] = Say(home, "weighing.consulted"),
            };
        }

        if (cell.IsEmergency)
        {
            one["emergency"] = true;
        }

        return Form(cell.From.Value, one);
    }

    private static byte[] Form(string self, JsonObject details) => Encoding.UTF8.GetBytes(
        $"grant_type=client_credentials&client_id={self}&authorization_details={Uri.EscapeDataString(new JsonArray(details).ToJsonString())}");

    private JsonObject Evidence(ExchangeCell cell, int persons, CanaryHome home)
    {
        var evidence = new JsonObject
        {
            ["reason"] = Say(home, "evidence.reason"),
            ["treatmentRelation"] = Say(home, "evidence.treatmentRelation"),
            ["authorityAgreement"] = new JsonObject { ["authority"] = Say(home, "evidence.authorityAgreement.authority"), ["date"] = Date(-3), ["purposeLetter"] = "a" },
            ["cooperation"] = Say(home, "evidence.cooperation"),
            ["requestReason"] = Say(home, "evidence.requestReason"),
            ["decree"] = Say(home, "evidence.decree"),
            ["permission"] = Say(home, "evidence.permission"),
            ["protocol"] = new JsonObject { ["id"] = Say(home, "evidence.protocol.id"), ["noObjection"] = true },
            ["functionaryConsulted"] = Statement(home, "functionaryConsulted"),
            ["secondPerson"] = Person(home, "secondPerson"),
            ["namedOfficer"] = Person(home, "namedOfficer"),
            ["article"] = Say(home, "evidence.article"),
            ["condition"] = Say(home, "evidence.condition"),
            ["sourceDecision"] = Statement(home, "sourceDecision"),
            ["designation"] = Say(home, "evidence.designation"),
            ["amkConsulted"] = Statement(home, "amkConsulted"),
            ["necessityLines"] = new JsonObject { ["D15"] = Say(home, "evidence.necessityLines"), ["D16"] = Say(home, "evidence.necessityLines"), ["D22"] = Say(home, "evidence.necessityLines") },
            ["meldcode"] = new JsonObject { ["b"] = Say(home, "evidence.meldcode.b"), ["c"] = Say(home, "evidence.meldcode.c"), ["d"] = Say(home, "evidence.meldcode.d") },
        };
        evidence["consent"] = new JsonArray([.. Enumerable.Range(0, persons).Select(i => (JsonNode)new JsonObject
        {
            ["about"] = i, ["giver"] = Say(home, "evidence.consent.giver"), ["capacity"] = "self", ["spokenAlone"] = true, ["recipients"] = new JsonArray(cell.To.Value),
            ["categories"] = new JsonArray([.. CategorySet.All.Codes().Select(static c => (JsonNode)c)]), ["purpose"] = cell.Purpose.Code, ["given"] = Date(-1), ["until"] = Date(29), ["form"] = "written",
        })]);
        return evidence;
    }

    private JsonObject Actor(CanaryHome home) => new()
    {
        ["system"] = book.Text("actor.system", home, CanaryFate.ToParties),
        ["id"] = book.Text("actor.id", home, CanaryFate.ToParties),
        ["name"] = Say(home, "actor.name"),
        ["role"] = book.Text("actor.role", home, CanaryFate.ToParties),
    };

    private JsonObject Person(CanaryHome home, string member) => new() { ["name"] = Say(home, $"evidence.{member}.name"), ["id"] = Say(home, $"evidence.{member}.id") };

    private JsonObject Statement(CanaryHome home, string member) => new() { ["name"] = Say(home, $"evidence.{member}.name"), ["date"] = Date(-2), ["text"] = Say(home, $"evidence.{member}.text") };

    private string Say(CanaryHome home, string member) => book.Text($"authorization_details.{member}", home, CanaryFate.Never);

    private string Date(int days) => lawDate.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
