using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Access;

/// <summary>What a caller states: a word that is known to nobody is never quietly left out.</summary>
public sealed class AccessStatementTests
{
    [Theory]
    [InlineData("""{"lawDate":"2030-01-01"}""", "{}")]
    [InlineData("{}", """{"lawDate":"2030-01-01"}""")]
    [InlineData("""{"evidence":"consent"}""", "{}")]
    [InlineData("""{"evidence":["toestemming"]}""", "{}")]
    [InlineData("""{"evidence":[1]}""", "{}")]
    [InlineData("""{"emergency":"nee"}""", "{}")]
    [InlineData("""{"emergency":0}""", "{}")]
    [InlineData("{}", """{"persons":{}}""")]
    [InlineData("{}", """{"persons":["slachtoffer"]}""")]
    [InlineData("{}", """{"persons":[{"rol":"slachtoffer"}]}""")]
    [InlineData("{}", """{"persons":[{"rol":["slachtoffer"],"consent":["D99"]}]}""")]
    [InlineData("{}", """{"persons":[{"rol":["slachtoffer"],"origin":["POLITIE"]}]}""")]
    public void Read_StatementWithAnUnknownWord_IsRefused(string context, string properties) => Assert.Null(Read(context, properties).Statement);

    [Fact]
    public void Read_WholeStatement_IsTakenAsSaid()
    {
        var (statement, _) = Read(
            """{"purpose":"REFER","ground":"G-CONSENT","evidence":["consent","weighing"],"emergency":true,"time":"2009-06-01T10:00:00Z"}""",
            """{"persons":[{"rol":["slachtoffer","getuige"],"consent":["D01","D08"],"origin":["WPG"]},{"rol":["buurman"]},{}]}""");
        Assert.Equal(("REFER", "G-CONSENT", Policy.Evidence.Consent | Policy.Evidence.Weighing, true), (statement!.Purpose, statement.Ground, statement.Evidence, statement.Emergency));
        Assert.Equal("D01 D08", statement.Persons[0].Consent.ToString());
        Assert.True(statement.Persons[0].Rollen.Contains(BetrokkeneRol.Getuige));
        Assert.Equal(DataOrigins.Wpg, statement.Persons[0].Origins);
        Assert.True(statement.Persons[1].Rollen.Contains(BetrokkeneRol.Onbekend));
        Assert.True(statement.Persons[2].Rollen.IsEmpty && statement.Persons[2].Consent.IsEmpty);
    }

    private static (AccessStatement? Statement, string? Wrong) Read(string context, string properties) => AccessStatement.Read(
        new AccessItem("partner", "a", "push", "partner", "b", JsonDocument.Parse(properties).RootElement, JsonDocument.Parse(context).RootElement));
}
