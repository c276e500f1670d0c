using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>What the readers of policy files share: profiles, paths, the order of errors.</summary>
public sealed class ReaderTests
{
    private readonly PolicyErrorList _errors = new();

    [Theory]
    [InlineData("{}", 0b111u)]
    [InlineData("{ profiles: {} }", 0b111u)]
    [InlineData("{ profiles: { from: NL-2013 } }", 0b110u)]
    [InlineData("{ profiles: { until: NL-2013 } }", 0b001u)]
    [InlineData("{ profiles: { from: NL-2013, until: NL-2015 } }", 0b010u)]
    public void Profiles_FromAndUntil_AreBits(string text, uint expected)
    {
        Assert.Equal(expected, Profiles(text));
        Assert.Empty(Codes);
    }

    [Theory]
    [InlineData("{ profiles: { from: NL-2013, until: NL-2013 } }", PolicyErrorCodes.WrongShape)]
    [InlineData("{ profiles: { from: NL-2015, until: NL-2013 } }", PolicyErrorCodes.WrongShape)]
    [InlineData("{ profiles: { from: NL-2014 } }", PolicyErrorCodes.UnknownCode)]
    [InlineData("{ profiles: { to: NL-2013 } }", PolicyErrorCodes.UnknownKey)]
    public void Profiles_NoneBetweenOrUnknown_AreReported(string text, string code)
    {
        Assert.Equal(code == PolicyErrorCodes.WrongShape ? 0 : 0b111u, Profiles(text));
        Assert.Equal(code, Assert.Single(Codes));
    }

    [Theory]
    [InlineData(31, 0x7FFF_FFFFu)]
    [InlineData(32, 0xFFFF_FFFFu)]
    public void Profiles_AllOfThem_AreOneBitEach(int count, uint expected)
    {
        var map = YamlMap.Root("x.yaml", Encoding.UTF8.GetBytes("{}"), _errors)!;

        Assert.Equal(expected, ProfileRange.Read(map, [.. Enumerable.Range(0, count).Select(static i => new Profile($"P{i}", new DateOnly(2000 + i, 1, 1)))], _errors));
    }

    [Theory]
    [InlineData("grounds.yaml", true)]
    [InlineData("operator.jws", true)]
    [InlineData("law/README.md", true)]
    [InlineData("law/x.yaml", true)]
    [InlineData("law/x.yml", false)]
    [InlineData("law/sub/x.yaml", false)]
    [InlineData("statute/x.yaml", false)]
    [InlineData("statute/x.rules.yaml", true)]
    [InlineData("covenant/x/covenant.yaml", true)]
    [InlineData("covenant/x/own.rules.yaml", true)]
    [InlineData("covenant/x/other.yaml", false)]
    [InlineData("covenant/x/decisions/a.yaml", true)]
    [InlineData("covenant/x/decisions/a.txt", false)]
    [InlineData("covenant/x/signatures/a.jws", true)]
    [InlineData("covenant/x/signatures/a.yaml", false)]
    [InlineData("covenant/x/other/a.yaml", false)]
    [InlineData("ground.yaml", false)]
    public void Check_Path_HasAMeaningOrIsRefused(string path, bool expected)
    {
        KnownPaths.Check(ReaderFiles.Of((path, "")), _errors);

        Assert.Equal(expected ? [] : [PolicyErrorCodes.UnknownFile], Codes);
    }

    [Fact]
    public void Errors_OfARun_AreInOrderAndOnce()
    {
        foreach (var (file, line, column) in new[] { ("b", 1, 1), ("a", 2, 1), ("a", 1, 2), ("a", 1, 1), ("a", 1, 1) })
        {
            _errors.Add("x", new Place(file, line, column), "text");
        }

        Assert.False(_errors.IsEmpty);
        Assert.Equal([("a", 1, 1), ("a", 1, 2), ("a", 2, 1), ("b", 1, 1)], _errors.ToImmutable().Select(static e => (e.File, e.Line, e.Column)));
    }

    private List<string> Codes => [.. _errors.ToImmutable().Select(static e => e.Code)];

    private uint Profiles(string text) => ProfileRange.Read(YamlMap.Root("x.yaml", Encoding.UTF8.GetBytes(text), _errors)!, TestRules.Words.Profiles, _errors);
}
