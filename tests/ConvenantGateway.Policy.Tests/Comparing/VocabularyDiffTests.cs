using System.Collections.Frozen;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Grounds, labels and the questions of the Wegwijzer: what the cells of the table do not show.</summary>
public sealed class VocabularyDiffTests
{
    [Fact]
    public void Compare_GroundThatDemandsLess_IsAWidening()
    {
        var less = Ground(static g => g with { Demands = Evidence.Reason });

        Compared.Opens(Compared.Of(), less, Compared.Change("ground G-LEGIT", "demands less", "any request on ground G-LEGIT"));
        Compared.IsSame(less, Compared.Of());
        Compared.Opens(Compared.Of(), Ground(static g => g with { Demands = Evidence.Reason | Evidence.Meldcode }), Compared.Change("ground G-LEGIT", "demands less", "any request on ground G-LEGIT"));
    }

    [Fact]
    public void Compare_GroundThatNoLongerAsksAboutWhom_IsAWidening()
    {
        var about = Ground(static g => g with { DemandsAbout = true });

        Compared.Opens(about, Compared.Of(), Compared.Change("ground G-LEGIT", "demands less", "any request on ground G-LEGIT"));
        Compared.IsSame(Compared.Of(), about);
        Compared.IsSame(about, about);
    }

    [Fact]
    public void Compare_GroundThatIsNew_OpensNothingByItself() => Compared.IsSame(Compared.Of() with { Grounds = FrozenDictionary<string, GroundDefinition>.Empty }, Compared.Of());

    [Fact]
    public void Compare_LabelOutsideItsDecision_IsAWidening()
    {
        const string Example = "passing on data with the label WPG";
        var free = Compared.Of(TestCovenant.Words with { Onward = [.. TestCovenant.Words.Onward.Select(static o => o with { WithinArticle20 = false })] });

        Compared.Opens(Compared.Of(), free, Compared.Change("onward WPG", "outside any article 20 decision", Example));
        Compared.Closes(free, Compared.Of(), Compared.Change("onward WPG", "only within an article 20 decision", Example));
        Compared.IsSame(free, free);
    }

    [Fact]
    public void Compare_OtherQuestions_AreAWidening()
    {
        var change = Compared.Change("wegwijzer", "other questions, answers or outcomes", "any request with an outcome of the Wegwijzer as evidence");
        var (one, other) = (Guide("1"), Guide("2"));

        Compared.Opens(one, other, change);
        Compared.Opens(Compared.Of(), one, change);
        Compared.IsSame(one, Compared.Of());
        Compared.IsSame(one, Guide("1"));
        Compared.IsSame(one, Compared.Of() with { Wegwijzer = WegwijzerGuide.Empty with { Digest = "2" } });
    }

    private static PolicySnapshot Guide(string digest) => Compared.Of() with
    {
        Wegwijzer = WegwijzerGuide.Empty with { Digest = digest, Plans = new[] { new WegwijzerPlan("g", "titel", "title", [], "begin", []) }.ToFrozenDictionary(static p => p.Group) },
    };

    private static PolicySnapshot Ground(Func<GroundDefinition, GroundDefinition> change) => Compared.Of() with
    {
        Grounds = TestCovenant.Words.Grounds.Values.ToFrozenDictionary(static g => g.Ground.Code, g => g.Ground.Code == "G-LEGIT" ? change(g) : g),
    };
}
