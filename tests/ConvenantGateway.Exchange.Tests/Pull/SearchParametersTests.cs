namespace ConvenantGateway.Exchange.Tests.Pull;

public class SearchParametersTests
{
    [Theory]
    [InlineData("Patient", "_has:Observation:patient:code", "x")]
    [InlineData("Patient", "_include", "Patient:link")]
    [InlineData("Patient", "_revinclude", "Observation:patient")]
    [InlineData("Patient", "_filter", "x")]
    [InlineData("Patient", "_sort", "birthdate")]
    [InlineData("Patient", "_elements", "name")]
    [InlineData("Patient", "_summary", "true")]
    [InlineData("Patient", "address", "x")]
    [InlineData("Observation", "patient.name", "x")]
    [InlineData("Observation", "family", "x")]
    public void Read_ParameterThatIsNotListed_IsRefused(string type, string name, string value)
    {
        var (parameters, refusal) = Read(type, (name, value));
        Assert.Null(parameters);
        Assert.Equal(ExchangeErrorKind.UnknownParameter, refusal!.Kind);
    }

    [Theory]
    [InlineData("Patient", "_count", "0")]
    [InlineData("Patient", "_count", "201")]
    [InlineData("Patient", "_count", "-1")]
    [InlineData("Patient", "identifier", "zonder-systeem")]
    [InlineData("Patient", "family", "alleen")]
    [InlineData("Observation", "code", "8480-6")]
    [InlineData("Patient", "_id", "")]
    public void Read_ValueThatCannotBeRead_IsRefused(string type, string name, string value) =>
        Assert.Equal(ExchangeErrorKind.InvalidParameter, Read(type, (name, value)).Refusal!.Kind);

    [Fact]
    public void Read_SameParameterTwice_IsRefused() => Assert.NotNull(Read("Patient", ("_id", "a"), ("_id", "b")).Refusal);

    [Fact]
    public void Read_FamilyAndBirthDate_IsOneExactTerm() =>
        Assert.Equal(new SearchTerm("family-birthdate", "BERG|1980-01-01"), Read("Patient", ("family", "Bérg"), ("birthdate", "1980-01-01")).Parameters!.Terms.Single());

    [Fact]
    public void Read_Refusal_NeverEchoesAStrangeName() =>
        Assert.DoesNotContain("<script>", string.Concat(Read("Patient", ("<script>", "x")).Refusal!.Details.Select(static d => d.Expression + d.Text)), StringComparison.Ordinal);

    private static (SearchParameters? Parameters, ExchangeRefusal? Refusal) Read(string type, params (string Name, string Value)[] form) =>
        SearchParameters.Read(type, form.Select(static p => KeyValuePair.Create(p.Name, p.Value)).ToList());
}
