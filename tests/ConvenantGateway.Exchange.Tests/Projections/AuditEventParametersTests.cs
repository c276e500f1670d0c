namespace ConvenantGateway.Exchange.Tests.Projections;

/// <summary>What the log may be searched by; all else is refused.</summary>
public sealed class AuditEventParametersTests
{
    private const string Partner = "https://convenantgateway.nl/fhir/NamingSystem/partner|";

    [Theory]
    [InlineData("patient", "Patient/1")]
    [InlineData("entity", "Patient/1")]
    [InlineData("agent", "Organization/1")]
    [InlineData("identifier", "a|b")]
    [InlineData("family", "Jansen")]
    [InlineData("_id", "1")]
    [InlineData("_include", "*")]
    [InlineData("_has:Patient:x:y", "1")]
    [InlineData("_sort", "date")]
    [InlineData("_summary", "count")]
    [InlineData("_total", "accurate")]
    [InlineData("date:missing", "true")]
    [InlineData("outcome:not", "0")]
    public void Read_NotListed_IsRefusedWithoutTheValue(string name, string value)
    {
        var (parameters, refusal) = Read((name, value));

        Assert.Null(parameters);
        Assert.Equal(ExchangeErrorKind.UnknownParameter, refusal!.Kind);
        Assert.DoesNotContain("Jansen", string.Concat(refusal.Details), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date", "2026-07-01")]
    [InlineData("date", "eq2026-07-01")]
    [InlineData("date", "ne2026-07-01")]
    [InlineData("date", "ge2026-07")]
    [InlineData("date", "ge2026-02-30")]
    [InlineData("date", "ge2026-07-01T10:00:00")]
    [InlineData("date", "ge2026-07-01T10:00:00.0000Z")]
    [InlineData("date", "ge2026-07-01T10:00Z")]
    [InlineData("date", "ge")]
    [InlineData("date", "")]
    [InlineData("date", "ge0001-01-01")]
    [InlineData("agent:identifier", "ashg-noord")]
    [InlineData("agent:identifier", Partner)]
    [InlineData("agent:identifier", Partner + "ASHG noord")]
    [InlineData("agent:identifier", "https://elders|ashg-noord")]
    [InlineData("outcome", "1")]
    [InlineData("outcome", "0,4")]
    [InlineData("action", "c")]
    [InlineData("_count", "0")]
    [InlineData("_count", "201")]
    [InlineData("_count", "-1")]
    [InlineData("_count", " 1")]
    public void Read_ValueThatIsNone_IsRefused(string name, string value)
    {
        var (parameters, refusal) = Read((name, value));

        Assert.Null(parameters);
        Assert.Equal(ExchangeErrorKind.InvalidParameter, refusal!.Kind);
    }

    [Fact]
    public void Read_TwiceWhereOnceIsAllowed_IsRefused()
    {
        Assert.Null(Read(("outcome", "0"), ("outcome", "4")).Parameters);
        Assert.Null(Read(("date", "ge2026-07-01"), ("date", "gt2026-07-02")).Parameters);
        Assert.Null(Read(("date", "ge2026-07-01"), ("date", "lt2026-07-02"), ("date", "lt2026-07-03")).Parameters);
        Assert.NotNull(Read(("date", "ge2026-07-01"), ("date", "lt2026-07-02")).Parameters);
    }

    [Theory]
    [InlineData("ge2026-07-01", "2026-06-30T22:00:00Z", null)]
    [InlineData("gt2026-07-01", "2026-07-01T22:00:00Z", null)]
    [InlineData("lt2026-07-01", null, "2026-06-30T22:00:00Z")]
    [InlineData("le2026-07-01", null, "2026-07-01T22:00:00Z")]
    [InlineData("ge2026-12-31", "2026-12-30T23:00:00Z", null)]
    [InlineData("ge2026-07-01T10:00:00Z", "2026-07-01T10:00:00Z", null)]
    [InlineData("gt2026-07-01T12:00:00.500+02:00", "2026-07-01T10:00:00.501Z", null)]
    [InlineData("le2026-07-01T10:00:00Z", null, "2026-07-01T10:00:01Z")]
    public void Read_Date_IsADutchDayOrAnInstant(string value, string? from, string? until)
    {
        var (parameters, _) = Read(("date", value));

        Assert.Equal((At(from), At(until)), (parameters!.From, parameters.Until));
    }

    private static DateTimeOffset? At(string? text) => text is null ? null : DateTimeOffset.Parse(text);

    private static (AuditEventParameters? Parameters, ExchangeRefusal? Refusal) Read(params (string, string)[] form) =>
        AuditEventParameters.Read([.. form.Select(static f => KeyValuePair.Create(f.Item1, f.Item2))]);
}
