using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The reader of <c>invariants.yaml</c>: whom an invariant is about, and the one thing it claims.</summary>
public sealed class InvariantReaderTests
{
    private const string Text = """
        invariants:
          - id: I-01
            title: proef
            from-text: "0.1"
            when: { from: [POL], to: [VO], purpose: [REFER], by: [read], profiles: { from: NL-2013 }, rol: [kind], grounds: [G-LEGIT], origin: [WPG, HVB], emergency: false }
            then: { never: [D05, D11] }
            except: [R-1, R-2]

        """;

    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Read_Invariant_HasWhatItsLinesSay()
    {
        var one = Assert.Single(Read(Text));

        Assert.Empty(_errors.ToImmutable());
        Assert.Equal(("I-01", "proef", "0.1", 2, null), (one.Id, one.Title, one.FromText, one.Place.Line, one.Elsewhere));
        Assert.Equal(["R-1", "R-2"], one.Except);
        var when = one.When;
        Assert.Equal(("POL", "VO", "REFER", "G-LEGIT"), (Assert.Single(when.From), Assert.Single(when.To), Assert.Single(when.Purposes), Assert.Single(when.Grounds)));
        Assert.Equal((Initiative.Read, BetrokkeneRol.Kind, 0b110u, DataOrigins.Wpg | DataOrigins.Hvb, false), (Assert.Single(when.By), Assert.Single(when.Roles), when.Profiles, when.Origins, when.Emergency));
    }

    [Theory]
    [InlineData("{ from: [POL] }", null)]
    [InlineData("{ emergency: true }", true)]
    [InlineData("{ emergency: false }", false)]
    public void Read_Emergency_IsAskedOnlyWhereItStands(string when, bool? expected) =>
        Assert.Equal(expected, Assert.Single(Read(Text[..Text.IndexOf("    when", StringComparison.Ordinal)] + $"    when: {when}\n    then: {{ deny: true }}\n")).When.Emergency);

    [Theory]
    [InlineData("deny: true", nameof(ClaimKind.Deny))]
    [InlineData("never: [D05]", nameof(ClaimKind.Never))]
    [InlineData("demands: [consent]", nameof(ClaimKind.Demands))]
    [InlineData("obligations: [written]", nameof(ClaimKind.Obligations))]
    [InlineData("at-most: L1", nameof(ClaimKind.AtMost))]
    [InlineData("grounds: [G-LEGIT]", nameof(ClaimKind.Grounds))]
    [InlineData("property: reproducible", nameof(ClaimKind.Property))]
    public void Read_Claim_IsOfItsKind(string claim, string kind)
    {
        var then = Assert.Single(Read(ReaderFiles.Changed(Text, "never: [D05, D11]", claim))).Then!;

        Assert.Empty(_errors.ToImmutable());
        Assert.Equal(kind, then.Kind.ToString());
        Assert.Equal(kind == nameof(ClaimKind.Never) ? "D05" : "", then.Categories.ToString());
        Assert.Equal(kind == nameof(ClaimKind.Demands) ? Evidence.Consent : Evidence.None, then.Evidence);
        Assert.Equal(kind == nameof(ClaimKind.Obligations) ? ["written"] : [], then.Obligations.Select(static o => o.Code));
        Assert.Equal(kind == nameof(ClaimKind.AtMost) ? StatusLevel.L1 : StatusLevel.L0, then.Level);
        Assert.Equal(kind == nameof(ClaimKind.Grounds) ? ["G-LEGIT"] : [], then.Grounds);
        Assert.Equal(kind == nameof(ClaimKind.Property) ? "reproducible" : "", then.Property);
    }

    [Theory]
    [InlineData("[all]")]
    [InlineData("[D05, all]")]
    public void Read_NeverAll_IsEveryCategory(string never) =>
        Assert.Equal(CategorySet.All, Assert.Single(Read(ReaderFiles.Changed(Text, "[D05, D11]", never))).Then!.Categories);

    [Fact]
    public void Read_HeldElsewhere_IsReadWithoutAClaim()
    {
        var one = Assert.Single(Read(ReaderFiles.Changed(Text, "then: { never: [D05, D11] }", "elsewhere: het filter")));

        Assert.Empty(_errors.ToImmutable());
        Assert.Equal((null, "het filter"), (one.Then, one.Elsewhere));
    }

    [Theory]
    [InlineData("  - id: I-01\n    title", "  - title", PolicyErrorCodes.MissingKey)]
    [InlineData("    title: proef\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("    from-text: \"0.1\"\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("    then: { never: [D05, D11] }\n", "", PolicyErrorCodes.RuleIncomplete)]
    [InlineData("never: [D05, D11]", "{ }: x", PolicyErrorCodes.WrongShape)]
    [InlineData("never: [D05, D11]", "at-most: L3", PolicyErrorCodes.UnknownCode)]
    [InlineData("never: [D05, D11]", "property: other", PolicyErrorCodes.UnknownCode)]
    public void Read_InvariantWithoutOneOfItsParts_IsNone(string old, string replacement, string code)
    {
        Assert.Empty(Read(ReaderFiles.Changed(Text, old, replacement)));
        Assert.Contains(code, Codes);
    }

    [Theory]
    [InlineData("never: [D05, D11]", "never: [D05], deny: true", PolicyErrorCodes.RuleIncomplete)]
    [InlineData("never: [D05, D11]", "never: [D05], x: z", PolicyErrorCodes.UnknownKey)]
    [InlineData("never: [D05, D11]", "never: [D55]", PolicyErrorCodes.UnknownCode)]
    [InlineData("rol: [kind]", "rol: [kid]", PolicyErrorCodes.UnknownCode)]
    [InlineData("origin: [WPG, HVB]", "origin: [WPG, HVV]", PolicyErrorCodes.UnknownCode)]
    [InlineData("emergency: false", "emergency: maybe", PolicyErrorCodes.WrongShape)]
    [InlineData("emergency: false", "emergency: false, x: z", PolicyErrorCodes.UnknownKey)]
    [InlineData("except: [R-1, R-2]", "except: [R-1, R-2]\n    x: z", PolicyErrorCodes.UnknownKey)]
    [InlineData("except: [R-1, R-2]", "elsewhere: het filter", PolicyErrorCodes.RuleIncomplete)]
    [InlineData("invariants:\n", "x: z\ninvariants:\n", PolicyErrorCodes.UnknownKey)]
    public void Read_OneThingWrong_IsToldOnce(string old, string replacement, string code)
    {
        Read(ReaderFiles.Changed(Text, old, replacement));

        Assert.Equal([code], Codes);
    }

    private List<string> Codes => [.. _errors.ToImmutable().Select(static e => e.Code)];

    private ImmutableArray<Invariant> Read(string text)
    {
        var words = TestRules.Words;
        return new InvariantsFile(ReaderFiles.Of(("invariants.yaml", text)), words.Profiles, [.. words.Kinds.Keys], [.. words.Purposes.Keys], [.. words.Grounds.Keys], _errors).Read();
    }
}
