using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Tokens;

/// <summary>Each statement counts only if it is whole; its broken twin counts for nothing.</summary>
public sealed class StatedEvidenceTests
{
    private const string Whole =
        """
        {"evidence":{"cooperation":"de opvang werkt mee aan de veiligheid","requestReason":"aard, ernst en inhoud","decree":"HV-2009-12","permission":"MIN-2009-1",
          "protocol":{"id":"P-7","noObjection":true},"functionaryConsulted":{"name":"B. Bevoegd","date":"2009-06-01","text":"dringend voor de opsporing"},
          "secondPerson":{"id":"2","name":"T. Tweede"},"namedOfficer":{"id":"9","name":"A. Agent"},"article":"Jeugdwet 7.3.11(4)","condition":"contactverbod",
          "sourceDecision":{"name":"D. Dokter","date":"2009-05-30"},"designation":"B&W 2009-3","amkConsulted":{"name":"K. Kind","date":"2009-06-01"},
          "necessityLines":{"D15":"x","D16":"y","D22":"z"},"meldcode":{"b":"overlegd","c":"gesproken","d":"gewogen"}}}
        """;

    [Fact]
    public void Read_AllStatements_AreAllShown()
    {
        var all = Enum.GetValues<Policy.Evidence>().Where(static e => (int)e >= (int)Policy.Evidence.RequestReason).Aggregate(Policy.Evidence.Cooperation, static (a, b) => a | b);
        Assert.Equal(all, Shown(Whole));
    }

    [Fact]
    public void Read_NoStatement_ShowsNothing() => Assert.Equal(Policy.Evidence.None, Shown("""{"evidence":{}}"""));

    [Theory]
    [InlineData("\"decree\":\"HV-2009-12\"", "\"decree\":\" \"", "decree")]
    [InlineData("\"noObjection\":true", "\"noObjection\":false", "protocol")]
    [InlineData("\"id\":\"P-7\",", "", "protocol")]
    [InlineData("\"text\":\"dringend voor de opsporing\"", "\"text\":\"\"", "functionary-consulted")]
    [InlineData("\"name\":\"B. Bevoegd\",\"date\":\"2009-06-01\"", "\"name\":\"B. Bevoegd\",\"date\":\"2009-06-02\"", "functionary-consulted")]
    [InlineData("\"id\":\"2\"", "\"id\":\" 1 \"", "second-person")]
    [InlineData("\"name\":\"T. Tweede\"", "\"name\":\"e. eerste\"", "second-person")]
    [InlineData("\"id\":\"9\",", "", "named-officer")]
    [InlineData("\"date\":\"2009-05-30\"", "\"date\":\"gisteren\"", "source-decision")]
    [InlineData("\"name\":\"K. Kind\",", "", "amk-consulted")]
    [InlineData("\"D22\":\"z\"", "\"D22\":\"\"", "necessity-lines")]
    [InlineData("\"D15\":\"x\",", "", "necessity-lines")]
    [InlineData("\"d\":\"gewogen\"", "\"d\":null", "meldcode")]
    public void Read_StatementThatIsNotWhole_IsNotShown(string part, string broken, string word)
    {
        Assert.Contains(part, Whole, StringComparison.Ordinal);
        Assert.True(EvidenceWords.TryParse(word, out var flag));
        Assert.Equal(Shown(Whole) & ~flag, Shown(Whole.Replace(part, broken, StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_MeldcodeSkippedForAReason_IsShown() =>
        Assert.Equal(Policy.Evidence.Meldcode, Shown("""{"evidence":{"meldcode":{"b":"overlegd","skippedBecause":"acuut gevaar"}}}"""));

    [Fact]
    public void Texts_OfEveryKindOfEvidence_NameTheMember()
    {
        var texts = EvidenceTexts.Of(Policy.Evidence.SecondPerson | Policy.Evidence.NecessityLines | Policy.Evidence.Decree).ToList();
        Assert.Contains(texts, static t => t.Contains("`evidence.secondPerson`", StringComparison.Ordinal));
        Assert.Contains(texts, static t => t.Contains("`evidence.necessityLines`", StringComparison.Ordinal));
        Assert.Contains(texts, static t => t.Contains("`evidence.decree`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Wbp", DataOrigins.Wpg, DataOrigins.Wpg)]
    [InlineData("POL", DataOrigins.Wpg, DataOrigins.None)]
    [InlineData("POL", DataOrigins.Wpg | DataOrigins.Medical, DataOrigins.Medical)]
    [InlineData("ZH", DataOrigins.Medical, DataOrigins.None)]
    [InlineData("ASHG", DataOrigins.Melding, DataOrigins.Melding)]
    [InlineData("VT", DataOrigins.Melding, DataOrigins.None)]
    [InlineData("ASHG", DataOrigins.Unknown, DataOrigins.Unknown)]
    [InlineData("BURG", DataOrigins.Hvb, DataOrigins.None)]
    public void Of_LabelsOfASender_LeavesItsOwnOut(string kind, DataOrigins labels, DataOrigins onward) => Assert.Equal(onward, OnwardLabels.Of(new PartyKind(kind), labels));

    private static Policy.Evidence Shown(string json)
    {
        var details = JsonSerializer.Deserialize($"[{json}]", DetailsJson.Default.IReadOnlyListAuthorizationDetails)![0];
        return StatedEvidence.Read(details.Evidence!, new ActorDetails { Id = "1", Name = "E. Eerste" }, new DateOnly(2009, 6, 1));
    }
}
