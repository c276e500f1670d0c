namespace ConvenantGateway.Policy.Tests;

/// <summary>The sentences of an explanation, word for word, in both languages.</summary>
public sealed class ExplainTextTests
{
    private static readonly Rule Rule = TestCovenant.Rule with
    {
        Title = "verwijzing",
        English = "referral to the shelter",
        IsDerived = true,
        WarnWithout = Evidence.Meldcode,
        Obligations = [new Obligation("no-onward")],
        Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, "D01", "D02"), TestCovenant.About(BetrokkeneRol.Zaak, "D01") with { Level = StatusLevel.L1 }],
        Sources =
        [
            new LawReference("BWBR1", "8(a)", new DateOnly(2009, 1, 1), "full"), new LawReference("BWBR1", "9", new DateOnly(2009, 1, 1), "secondary"), new LawReference("BWBR2", "10", new DateOnly(2009, 1, 1), "not-read"),
        ],
    };

    [Fact]
    public void Permit_InDutch_SaysWhoWhyWhatAndUnderWhichDuty() => Assert.Equal(
        [
            "Ja, dit mag.",
            "naam van ashg-noord verstrekt aan naam van opvang-noord. Doel: REFER (verwijzen). Grondslag: G-CONSENT (titel van G-CONSENT).",
            "Regel R-1: verwijzing. Deze regel is afgeleid: ons oordeel, goedgekeurd door het convenant.",
            "Wet een, artikel 8(a), tekst van 2009-01-01.",
            "Wet een, artikel 9, tekst van 2009-01-01; alleen uit een andere bron gelezen.",
            "BWBR2, artikel 10, tekst van 2009-01-01; niet zelf gelezen.",
            "Over het slachtoffer: naam (D01), adres (D02).",
            "Over de zaak: naam (D01) (L1).",
            ObligationWords.Dutch(new Obligation("no-onward")),
            $"R-1: let op: {EvidenceWords.Dutch(Evidence.Meldcode).Single()} ontbreekt; schrijf op waarom.",
        ],
        Lines(ExplainLanguage.Dutch, TestCovenant.Ask(), Rule));

    [Fact]
    public void Permit_InEnglish_SaysTheSameWithDutchWhereNothingWasTranslated() => Assert.Equal(
        [
            "Yes, this is permitted.",
            "naam van ashg-noord provides to naam van opvang-noord. Purpose: REFER (referral). Ground: G-CONSENT (consent of the person).",
            "Rule R-1: referral to the shelter. This rule is derived: our judgement, signed off by the covenant.",
            "Wet een, article 8(a), text of 2009-01-01.",
            "Wet een, article 9, text of 2009-01-01; read in another source only.",
            "BWBR2, article 10, text of 2009-01-01; not read by us.",
            "About the victim: name (D01), adres (D02).",
            "About the case: name (D01) (L1).",
            ObligationWords.English(new Obligation("no-onward")),
            $"R-1: note: {EvidenceWords.English(Evidence.Meldcode).Single()} is missing; write down why.",
        ],
        Lines(ExplainLanguage.English, TestCovenant.Ask(), Rule));

    [Fact]
    public void Permit_RuleOfTheLawItself_IsNotCalledDerived()
    {
        var plain = Rule with { IsDerived = false, English = null };

        Assert.Contains("Regel R-1: verwijzing.", Lines(ExplainLanguage.Dutch, TestCovenant.Ask(), plain));
        Assert.Contains("Rule R-1: verwijzing.", Lines(ExplainLanguage.English, TestCovenant.Ask(), plain));
    }

    [Fact]
    public void Permit_NothingAboutPersons_SaysSo()
    {
        var nothing = Rule with { Release = [] };

        Assert.Contains("Over personen gaat er niets door.", Lines(ExplainLanguage.Dutch, TestCovenant.Ask(), nothing));
        Assert.Contains("Nothing about persons flows.", Lines(ExplainLanguage.English, TestCovenant.Ask(), nothing));
        Assert.DoesNotContain("Over personen gaat er niets door.", Lines(ExplainLanguage.Dutch, TestCovenant.Ask(), Rule));
    }

    [Theory]
    [InlineData(BetrokkeneRol.Slachtoffer, "het slachtoffer", "the victim")]
    [InlineData(BetrokkeneRol.Pleger, "de vermoedelijke pleger", "the suspected perpetrator")]
    [InlineData(BetrokkeneRol.Kind, "het kind", "the child")]
    [InlineData(BetrokkeneRol.Getuige, "een getuige", "a witness")]
    [InlineData(BetrokkeneRol.Huisgenoot, "een huisgenoot", "a member of the household")]
    [InlineData(BetrokkeneRol.Melder, "de melder", "the reporter")]
    [InlineData(BetrokkeneRol.Client, "de cliënt", "the client")]
    [InlineData(BetrokkeneRol.Zaak, "de zaak", "the case")]
    [InlineData(BetrokkeneRol.KindGetuige, "het kind dat getuige was", "the child who witnessed it")]
    [InlineData(BetrokkeneRol.Hulpvrager, "de pleger die zelf hulp vraagt", "the perpetrator who seeks help himself")]
    public void Permit_EveryRole_HasItsName(BetrokkeneRol rol, string dutch, string english)
    {
        var about = Rule with { Release = [TestCovenant.About(rol, "D02")] };

        Assert.Contains($"Over {dutch}: adres (D02).", Lines(ExplainLanguage.Dutch, TestCovenant.Ask(), about));
        Assert.Contains($"About {english}: adres (D02).", Lines(ExplainLanguage.English, TestCovenant.Ask(), about));
    }

    [Fact]
    public void Deny_Conditions_HaveALineEach()
    {
        var ask = TestCovenant.Ask(Evidence.None);
        var advised = Rule with { Advice = "Bel." };

        Assert.Equal(["Nee, dit mag zo niet.", $"R-1: ontbreekt: {EvidenceWords.Dutch(Evidence.Consent).Single()}.", "Bel."], Lines(ExplainLanguage.Dutch, ask, advised));
        Assert.Equal(["No, this is not permitted as it is.", $"R-1: missing: {EvidenceWords.English(Evidence.Consent).Single()}.", "Bel."], Lines(ExplainLanguage.English, ask, advised));
    }

    [Fact]
    public void Explain_AskerOfAnswersReleasedBeforehand_LearnsNothing()
    {
        var standing = Rule with { By = [Initiative.Status], Holder = RuleHolder.Standing };
        var ask = TestCovenant.Ask() with { By = Initiative.Status };

        Assert.Equal("Of u antwoord krijgt, hangt af van wat de andere organisatie vooraf heeft vastgelegd. Dat staat hier niet. Bel die organisatie.", Assert.Single(Lines(ExplainLanguage.Dutch, ask, standing, ExplainAudience.Asker)));
        Assert.StartsWith("Whether you get an answer depends", Assert.Single(Lines(ExplainLanguage.English, ask, standing, ExplainAudience.Asker)), StringComparison.Ordinal);
        Assert.Equal("Ja, dit mag.", Lines(ExplainLanguage.Dutch, ask, standing)[0]);
        Assert.Equal("Ja, dit mag.", Lines(ExplainLanguage.Dutch, TestCovenant.Ask(), Rule, ExplainAudience.Asker)[0]);
        Assert.Equal("Ja, dit mag.", Lines(ExplainLanguage.Dutch, ask, Rule with { By = [Initiative.Status] }, ExplainAudience.Asker)[0]);
        Assert.Equal("Nee, dit mag zo niet.", Lines(ExplainLanguage.Dutch, ask with { Purpose = new Purpose("NIETS") }, standing, ExplainAudience.Asker)[0]);
        Assert.Equal("Nee, dit mag zo niet.", Lines(ExplainLanguage.Dutch, ask with { From = PartnerId.Parse("niemand") }, standing, ExplainAudience.Asker)[0]);
    }

    private static List<string> Lines(ExplainLanguage language, PolicyRequest ask, Rule rule, ExplainAudience audience = ExplainAudience.Holder) =>
        [.. PolicyExplainer.Explain(TestCovenant.Snapshot(rule), ask, audience, language).Lines];
}
