using System.Collections.Frozen;
using ConvenantGateway.Development.Stories;
using ConvenantGateway.Exchange;
using ConvenantGateway.Intake;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Tests.Stories;

/// <summary>What the stories send is what a strict gateway accepts, before any rule is asked.</summary>
public sealed class StoryMessageTests
{
    private static readonly DateOnly[] LawDates = [new(2009, 6, 1), new(2025, 6, 1)];

    public static TheoryData<string, DateOnly> Messages()
    {
        var data = new TheoryData<string, DateOnly>();
        foreach (var date in LawDates)
        {
            foreach (var name in new[] { "referral", "report", "incident", "dirty incident", "child", "centre", "patients" })
            {
                data.Add(name, date);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Intake_EveryStoryMessage_ReadsWithoutIssues(string name, DateOnly lawDate)
    {
        var result = Read(Message(name, lawDate), name is "centre" or "patients");

        Assert.Empty(result.Issues.Select(static i => $"{i.Code} {i.Expression} {i.Text}"));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Parts_EveryCanary_StandsInItsOwnEntryOnly(string name, DateOnly lawDate)
    {
        var message = Message(name, lawDate);
        var entries = Read(message, name is "centre" or "patients").Message!.Entries;

        foreach (var part in message.Parts)
        {
            var holders = entries.Where(e => System.Text.Encoding.UTF8.GetString(e.Json.Span).Contains(part.Canary, StringComparison.Ordinal)).Select(static e => e.Index);
            Assert.Equal([part.Entry], holders);
        }
    }

    [Fact]
    public void Incident_Dirty_BetraysAnAddressInItsNote()
    {
        var finding = Assert.Single(Read(Message("dirty incident", LawDates[0]), false).Message!.Entries.SelectMany(static e => e.Findings));

        Assert.Contains("note", finding.Expression, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("referral")]
    [InlineData("report")]
    [InlineData("incident")]
    [InlineData("child")]
    public void Message_Clean_BetraysNoAddress(string name) =>
        Assert.Empty(Read(Message(name, LawDates[0]), false).Message!.Entries.SelectMany(static e => e.Findings));

    [Fact]
    public void Centre_Permissions_NameTheHospitalAndThePurpose()
    {
        var permissions = Read(Message("centre", LawDates[0]), true).Message!.Entries.Select(static e => e.Permission).OfType<IntakePermission>().ToList();

        Assert.Equal([StatusLevel.L2, StatusLevel.L1, StatusLevel.L2], permissions.Select(static p => p.Level));
        Assert.All(permissions, static p => Assert.Equal(("ziekenhuis-noord", "STATUS"), (p.Recipient.Value, p.Purpose.Code)));
    }

    private static StoryMessage Message(string name, DateOnly lawDate)
    {
        using var stage = StageOn(lawDate);
        return name switch
        {
            "referral" => new ReferralStory(stage).Referral(),
            "report" => new ReferralStory(stage).Report(),
            "incident" => new PoliceStory(stage).Incident(isDirty: false),
            "dirty incident" => new PoliceStory(stage).Incident(isDirty: true),
            "child" => new PoliceStory(stage).ChildReport(),
            "centre" => new StoryWorld(stage).Centre(),
            _ => new StoryWorld(stage).Patients(),
        };
    }

    private static StoryStage StageOn(DateOnly lawDate)
    {
        var options = new StoryOptions
        {
            BaseUri = new Uri("https://localhost:1"),
            ConsoleBaseUri = new Uri("https://localhost:2"),
            CertificatesDirectory = ".",
            Covenant = "test",
            LawDate = lawDate,
            Output = TextWriter.Null,
        };
        return new StoryStage(options, new StoryReport(TextWriter.Null));
    }

    private static IntakeResult Read(StoryMessage message, bool isOwn)
    {
        Assert.True(PartnerId.TryParse("ashg-noord", out var own));
        Assert.True(PartnerId.TryParse("amk-noord", out var other));
        return new FhirIntake().ReadTransaction(message.ToBytes(), new IntakeContext
        {
            Sender = own,
            Register = isOwn ? own : other,
            Purpose = new Purpose("CASE"),
            Elements = FrozenDictionary<string, ElementClassification>.Empty,
            Partners = FrozenDictionary<PartnerId, Partner>.Empty,
            AddressHash = static text => text,
            NewId = static () => Guid.NewGuid().ToString(),
        });
    }
}
