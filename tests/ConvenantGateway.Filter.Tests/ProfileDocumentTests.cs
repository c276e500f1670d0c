using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;
using ConvenantGateway.Exchange;
using ConvenantGateway.Intake;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>The sample and the codes of <c>docs/fhir-profile.md</c> are run and compared.</summary>
public sealed class ProfileDocumentTests
{
    private static readonly string Page = File.ReadAllText(Repository("docs/fhir-profile.md"));

    private static readonly FrozenDictionary<string, ElementClassification> Elements =
        Directory.GetFiles(Repository("policies/elements"), "*.yaml")
            .Select(static f => ElementsFile.Read($"elements/{Path.GetFileName(f)}", File.ReadAllBytes(f)).Source!.Classification)
            .ToFrozenDictionary(static c => c.ResourceType, StringComparer.Ordinal);

    [Fact]
    public void Sample_AsThePageSays_ArrivesWithoutTheAddress()
    {
        var message = Read();
        var released = Lines.Set("D01 D02 D07 D08");
        var references = new ReleasedTargets([.. message.Entries.Select(static e => $"{e.Type}/{e.Id}")]);
        var filter = new ResourceFilter(Elements);
        var outcomes = message.Entries.Select(e => filter.Filter(e.Json.Span, new FilterScope(released, e.Classes, references, true))).ToList();
        var arrived = string.Concat(outcomes.Select(static o => Encoding.UTF8.GetString(o.Body!.Utf8.Span)));

        Assert.All(["Voorbeeld", "06-00000000", "slachtoffer", "heeft geslagen", "verzoek om plaats"], text => Assert.Contains(text, arrived, StringComparison.Ordinal));
        Assert.DoesNotContain("Voorbeeldstraat", arrived, StringComparison.Ordinal);
        Assert.Equal("Patient.address", Assert.Single(outcomes[0].Withheld).Path);
    }

    [Fact]
    public void Sample_WithoutItsCategory_LosesTheAccount()
    {
        var account = Read().Entries[1];
        var outcome = new ResourceFilter(Elements).Filter(account.Json.Span, new FilterScope(Lines.Set("D01 D02 D07"), account.Classes, null, true));

        Assert.Null(outcome.Body);
    }

    [Fact]
    public void Page_EveryCodeOfFilterAndIntake_IsExplained()
    {
        var codes = typeof(FilterErrorCodes).GetFields().Concat(typeof(IntakeCodes).GetFields()).Select(static f => (string)f.GetRawConstantValue()!);

        Assert.All(codes, static code => Assert.Contains($"`{code}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_EveryTypeWithAPlace_IsNamed() => Assert.All(Elements.Keys, static type => Assert.Contains($"| `{type}` |", Page, StringComparison.Ordinal));

    private static IntakeMessage Read()
    {
        var sample = Page.Split("```json\n")[1].Split("```")[0];
        var next = 0;
        var result = new FhirIntake().ReadTransaction(Encoding.UTF8.GetBytes(sample), new IntakeContext
        {
            Sender = PartnerId.Parse("ashg-noord"),
            Register = PartnerId.Parse("vrouwenopvang-noord"),
            Purpose = new Purpose("REFER"),
            Elements = Elements,
            Partners = FrozenDictionary<PartnerId, Partner>.Empty,
            NewId = () => $"id-{next++}",
            AddressHash = static text => text,
        });
        Assert.Empty(result.Issues);
        return result.Message!;
    }

    private static string Repository(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", path);
}
