using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange.Tests.Projections;

/// <summary>Every event that claims a BALP profile has what the table of <c>docs/projections.md</c> says that profile requires.</summary>
public sealed class BalpTests
{
    private const string Canonical = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    private static readonly Dictionary<string, (string Viewer, ExchangeRecord Record)> Examples = new()
    {
        ["PatientCreate"] = (Lines.Ashg, Own()),
        ["Create"] = (Lines.Ashg, About(Own())),
        ["PatientRead"] = (Lines.Hospital, Lines.Answered("read")),
        ["Read"] = (Lines.Hospital, About(Lines.Answered("read"))),
        ["PatientQuery"] = (Lines.Hospital, Lines.Answered()),
        ["Query"] = (Lines.Hospital, About(Lines.Answered("search"))),
        ["PrivacyDisclosure.Source"] = (Lines.Ashg, Lines.Answered("read")),
        ["PrivacyDisclosure.Recipient"] = (Lines.Ashg, Lines.Push()),
        ["AuthZconsent"] = (Lines.Hospital, Token()),
    };

    public static TheoryData<string> Profiles => [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Event_ThatClaimsAProfile_HasWhatItRequires(string profile)
    {
        var found = await EventAsync(profile);

        Assert.Equal(Canonical + profile, found["meta"]!["profile"]!.AsArray().Single()!.GetValue<string>());
        Assert.Empty(Requirements().Where(r => r.Profiles.Contains(profile)).SelectMany(r => r.Wrong(found)));
    }

    /// <summary>The twin: without any one thing that the table asks for, the table finds it missing.</summary>
    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Event_WithoutAgents_DoesNotPassTheTable(string profile)
    {
        var found = await EventAsync(profile);
        found["agent"]!.AsArray().RemoveAt(0);

        Assert.NotEmpty(Requirements().Where(r => r.Profiles.Contains(profile)).SelectMany(r => r.Wrong(found)));
    }

    /// <summary>The invariant val-audit-source: who recorded it is the source, the recipient, the authorizer.</summary>
    [Theory]
    [InlineData("PrivacyDisclosure.Source", "110153")]
    [InlineData("PrivacyDisclosure.Recipient", "110152")]
    [InlineData("AuthZconsent", "authserver")]
    public async Task Event_OfADisclosureOrToken_IsRecordedByThatAgent(string profile, string code)
    {
        var found = await EventAsync(profile);

        var agent = found["agent"]!.AsArray().Single(a => a!["type"]!["coding"]![0]!["code"]!.GetValue<string>() == code)!;

        Assert.True(JsonNode.DeepEquals(found["source"]!["observer"], agent["who"]));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Event_OfTheExample_IsTheGoldenFile(string profile)
    {
        var text = (await EventAsync(profile)).ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";

        Assert.Equal(Golden.Read($"{profile}.json", text), text);
    }

    [Fact]
    public void Table_OfTheDocumentation_HasRowsForEveryProfile()
    {
        var rows = Requirements();

        Assert.All(Examples.Keys, p => Assert.True(rows.Count(r => r.Profiles.Contains(p)) >= 8, p));
        Assert.Empty(rows.SelectMany(static r => r.Profiles).Distinct().Except(Examples.Keys));
    }

    private static async Task<JsonNode> EventAsync(string profile)
    {
        using var pages = new PageTokens();
        var (viewer, record) = Examples[profile];
        var log = new ViewLog();
        log.Add(record);
        var answer = await Lines.SearchAsync(log, Lines.Own(viewer), pages);
        return JsonNode.Parse(Lines.Text(answer))!["entry"]![0]!["resource"]!.DeepClone();
    }

    private static ExchangeRecord About(ExchangeRecord record) => record with { Views = [.. record.Views.Select(static v => v with { Persons = [] })] };

    /// <summary>A push into the own register.</summary>
    private static ExchangeRecord Own()
    {
        var record = Lines.Push(from: Lines.Ashg, to: Lines.Ashg);
        return record with { Views = [record.Views[0]] };
    }

    private static ExchangeRecord Token() => Lines.Record("token", "released", Lines.Hospital, Lines.Ashg) with
    {
        Type = RecordType.Token,
        Views = [new RecordView(Lines.Hospital, [.. Lines.Actor, new RecordValue("authorization-details", """[{"evidence":{"consent":{"reference":"Consent/c1"}}}]""")], Lines.Persons(Lines.Anna))],
    };

    private static List<BalpRequirement> Requirements([CallerFilePath] string here = "")
    {
        var page = File.ReadAllText(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/projections.md")));
        return [.. page.Split("<!-- balp -->")[1].Split('\n').Where(static l => l.StartsWith("| `", StringComparison.Ordinal)).Select(BalpRequirement.Parse)];
    }
}
