using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>An older set in the place of the present one: its rules, and who is who of now.</summary>
public sealed class WayBackTests
{
    [Fact]
    public void Compose_Sets_TakeRulesOfThenAndIdentitiesOfNow()
    {
        var older = ReaderFiles.Of(
            ("covenant/proef/signatures/a.jws", "then"), ("grounds.yaml", "then"), ("officers/gone.yaml", "then"), ("operator.jws", "then"), ("partners/a.yaml", "then"), ("pins/lost.yaml", "then"));
        var present = ReaderFiles.Of(
            ("covenant/proef/signatures/b.jws", "now"), ("grounds.yaml", "now"), ("officers/a.yaml", "now"), ("operator.jws", "now"), ("partners/a.yaml", "now"), ("pins/a.yaml", "now"));

        Assert.Equal(
            ["covenant/proef/signatures/a.jws then", "grounds.yaml then", "officers/a.yaml now", "operator.jws now", "partners/a.yaml now", "pins/a.yaml now"],
            WayBack.Compose(older, present).Files.Select(static f => $"{f.Key} {Encoding.UTF8.GetString(f.Value.Span)}"));
    }
}
