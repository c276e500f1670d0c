using System.Text.RegularExpressions;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Conventions.Tests.Text;

/// <summary>Error codes are permanent, so each is written down once.</summary>
public sealed partial class ErrorCodeTests
{
    [Fact]
    public void Code_InSources_WrittenOnce()
    {
        var repeated = RepositoryTree.Sources("src")
            .SelectMany(file => Code().Matches(RepositoryTree.Read(file)).Select(match => match.Value))
            .CountBy(code => code, StringComparer.Ordinal)
            .Where(pair => pair.Value > 1)
            .Select(pair => pair.Key);
        Assert.Empty(repeated);
    }

    [Fact]
    public void Code_InSources_NamesAStepOrPlace()
    {
        // The six words, and the loader of rules, which is outside the flow.
        string[] steps = ["CONNECT", "EXCHANGE", "DECIDE", "FILTER", "AUDIT", "RELEASE", "POLICY"];
        var strange = RepositoryTree.Sources("src")
            .SelectMany(file => Code().Matches(RepositoryTree.Read(file)).Select(match => match.Groups["step"].Value))
            .Except(steps, StringComparer.Ordinal);
        Assert.Empty(strange);
    }

    [Fact]
    public void ErrorTable_EveryKind_HasItsOwnCode()
    {
        var codes = Enum.GetValues<ExchangeErrorKind>().Select(kind => ErrorTable.Of(kind).Code).ToArray();
        Assert.Equal(codes.Length, codes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void ErrorTable_EveryRefusal_SaysWhomToPhone()
    {
        Assert.Contains("112", ErrorTable.PhoneText, StringComparison.Ordinal);
        Assert.Contains("Advies- en Steunpunt Huiselijk Geweld", ErrorTable.PhoneText, StringComparison.Ordinal);
        Assert.Contains("politie", ErrorTable.PhoneText, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"""CG-(?<step>[A-Z]+)-\d{3}""")]
    private static partial Regex Code();
}
