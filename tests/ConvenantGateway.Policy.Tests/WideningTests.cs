using System.Collections.Immutable;
using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Changes that let more flow without a rule, a party or a category being added: the comparison sees them, or an unsigned set would bring them into force.</summary>
[Trait("Mutants", "last")]
public sealed class WideningTests
{
    private const string Care = "statute/care.rules.yaml";
    private const string Covenant = "covenant/modelconvenant-2009/covenant.yaml";
    private const string Decisions = "covenant/modelconvenant-2009/decisions/";

    [Fact]
    public void Compare_PriorInvestigationNoLongerAsked_IsAWidening()
    {
        // The doctor has no declaration: without the key the flow opens for him.
        var old = PolicyRoot.Files;
        var changed = old.With(Care, "    voorafgaandOnderzoek: \"31(1)(c)\"\n", "").With(Covenant, Declared, "");

        Assert.Contains(Compare(old, changed).NewlyAllowed, c => c.What == "D01 D07 D08" && c.Example.Contains("declared []", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_PriorInvestigationAsked_IsANarrowing()
    {
        var asked = PolicyRoot.Files;
        var open = asked.With(Care, "    voorafgaandOnderzoek: \"31(1)(c)\"\n", "").With(Covenant, Declared, "");

        Assert.DoesNotContain(Compare(open, asked).NewlyAllowed, c => c.Where.Contains("REFER", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_OnwardOutsideTheArticle20Decision_IsAWidening()
    {
        var changed = PolicyRoot.Files.With("onward.yaml", "    article20: true\n", "");

        Assert.Contains(Compare(PolicyRoot.Files, changed).NewlyAllowed, c => c.Where == "onward WPG");
        Assert.DoesNotContain(Compare(changed, PolicyRoot.Files).NewlyAllowed, c => c.Where == "onward WPG");
    }

    [Theory]
    [InlineData("a-narrow.yaml", null)]
    [InlineData("a-narrow.yaml", "z-narrow.yaml")]
    public void Compare_NarrowDecisionNoLongerFirst_IsAWidening(string before, string? after)
    {
        var wide = Encoding.UTF8.GetString(PolicyRoot.Files.Files[Decisions + "art20-ashg-2009.yaml"].Span);
        var narrow = wide.Replace("id: art20-ashg-2009", "id: narrow", StringComparison.Ordinal).Replace("[D01, D02, D04, D06, D07, D09]", "[D01]", StringComparison.Ordinal);
        var old = PolicyRoot.Files.With(Decisions + before, narrow);
        var changed = after is null ? PolicyRoot.Files : PolicyRoot.Files.With(Decisions + after, narrow);

        Assert.Contains(Compare(old, changed).NewlyAllowed, c => c.Where == "article 20 decisions, in effect" && c.What == "D02 D04 D06 D07 D09");
        Assert.DoesNotContain(Compare(changed, old).NewlyAllowed, c => c.Where == "article 20 decisions, in effect");
    }

    [Fact]
    public void Compare_WithheldElementNoLongerListed_IsAWideningWhereItsParentIsReleased()
    {
        const string parent = "  - { path: address, as: D04 }\n";
        var old = PolicyRoot.Files.With("elements/Patient.yaml", parent, parent + "  - { path: address.line, as: withheld }\n");

        Assert.Contains(Compare(old, PolicyRoot.Files).NewlyAllowed, c => c is { Where: "Patient.address.line", What: "D04, as address" });
        Assert.DoesNotContain(Compare(PolicyRoot.Files, old).NewlyAllowed, c => c.Where.StartsWith("Patient", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_ElementThatFallsBackToItsParent_IsAWideningOnlyWithAnotherCategory()
    {
        const string parent = "  - { path: address, as: D04 }\n";
        var other = PolicyRoot.Files.With("elements/Patient.yaml", parent, parent + "  - { path: address.line, as: D05 }\n");
        var same = PolicyRoot.Files.With("elements/Patient.yaml", parent, parent + "  - { path: address.line, as: D04 }\n");

        Assert.Contains(Compare(other, PolicyRoot.Files).NewlyAllowed, c => c.Where == "Patient.address.line");
        Assert.Empty(Compare(same, PolicyRoot.Files).NewlyAllowed);
    }

    [Fact]
    public void Compare_SlicesInAnotherOrder_IsAWidening()
    {
        const string mobile = "  - { path: \"telecom[use=mobile]\", as: D04 }\n";
        const string home = "  - { path: \"telecom[use=home]\", as: D04 }\n";
        var changed = PolicyRoot.Files.With("elements/Patient.yaml", mobile + home, home + mobile);

        Assert.Contains(Compare(PolicyRoot.Files, changed).NewlyAllowed, c => c.Where == "Patient, order");
    }

    [Fact]
    public void Compare_WarningDropped_IsAWidening()
    {
        var changed = new PolicyFiles(PolicyRoot.Files.Files.ToImmutableSortedDictionary(
            static f => f.Key,
            static f => f.Key.StartsWith("statute/", StringComparison.Ordinal)
                ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(f.Value.Span).Replace("    warn-without: [meldcode]\n", "", StringComparison.Ordinal))
                : f.Value,
            StringComparer.Ordinal));

        Assert.Contains(Compare(PolicyRoot.Files, changed, PolicyRoot.Avg).NewlyAllowed, c => c.What == "without a warning of meldcode");
        Assert.Empty(Compare(changed, PolicyRoot.Files, PolicyRoot.Avg).NewlyAllowed);
    }

    [Fact]
    public void Compare_NewRegister_IsAWidening()
    {
        var closed = PolicyRoot.Files.With("partners/ashg-noord.yaml", "register: true", "register: false");

        Assert.Contains(Compare(closed, PolicyRoot.Files).NewlyAllowed, c => c.Where == "party ashg-noord, register");
        Assert.Empty(Compare(PolicyRoot.Files, closed).NewlyAllowed);
    }

    [Fact]
    public void Compare_ShelterAddressNoLongerRecognised_IsAWidening()
    {
        var hash = new string('a', 64);
        var old = PolicyRoot.Files.With("pins/vrouwenopvang-noord.yaml", $"id: vrouwenopvang-noord\nspki: [{hash}]\nshelter-addresses: [{new string('b', 64)}]\n");
        var changed = PolicyRoot.Files.With("pins/vrouwenopvang-noord.yaml", $"id: vrouwenopvang-noord\nspki: [{hash}]\n");

        Assert.Contains(Compare(old, changed).NewlyAllowed, c => c.Where == "party vrouwenopvang-noord, shelter addresses");
        Assert.Empty(Compare(changed, old).NewlyAllowed);
    }

    [Fact]
    public void FindCounterparty_BeforeAccessionOrAfterWithdrawal_IsNobody()
    {
        var snapshot = Load(PolicyRoot.Files.With(Covenant, "accessions:\n", "withdrawals:\n  - { partner: rvdk-noord, date: 2010-01-01 }\naccessions:\n"));
        var party = PartnerId.Parse("rvdk-noord");

        Assert.Null(snapshot.FindCounterparty(party, new DateOnly(2009, 2, 28)));
        Assert.NotNull(snapshot.FindCounterparty(party, new DateOnly(2009, 3, 1)));
        Assert.NotNull(snapshot.FindCounterparty(party, new DateOnly(2009, 12, 31)));
        Assert.Null(snapshot.FindCounterparty(party, new DateOnly(2010, 1, 1)));
    }

    private const string Declared = "voorafgaandOnderzoek:\n  - { rule: R-29.2, partner: ziekenhuis-noord, onderdeel: \"31(1)(c)\", meldnummer: \"m1234567\", verklaring: rechtmatig, datum: 2009-01-05 }\n";

    private static PolicyComparison Compare(PolicyFiles old, PolicyFiles candidate, string covenant = PolicyRoot.Wbp) => PolicyDiff.Compare(Load(old, covenant), Load(candidate, covenant));

    private static PolicySnapshot Load(PolicyFiles files, string covenant = PolicyRoot.Wbp)
    {
        var result = PolicyLoader.Load(files, PolicyRoot.Options(covenant));
        Assert.Empty(result.Errors.Select(e => e.ToString()));
        return result.Snapshot!;
    }
}
