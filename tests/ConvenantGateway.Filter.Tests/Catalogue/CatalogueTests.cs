using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter.Tests;

[Trait("Mutants", "last")]
public sealed class CatalogueTests
{
    /// <summary>Set CONVENANT_WRITE_CATALOGUE=1 to write the table anew after an SDK update; review the difference.</summary>
    [Fact]
    public void Table_RegeneratedFromTheSdk_IsTheCommittedOne()
    {
        var generated = CatalogueGenerator.Generate();
        var path = TablePath();
        if (Environment.GetEnvironmentVariable("CONVENANT_WRITE_CATALOGUE") == "1")
        {
            File.WriteAllText(path, generated);
        }

        Assert.Equal(generated, File.ReadAllText(path));
    }

    [Fact]
    public void Find_PatientDeceased_IsAModifierChoice()
    {
        var deceased = R4Catalogue.Find("Patient")!.Elements.Single(static e => e.Name == "deceased");

        Assert.True(deceased is { IsModifier: true, IsChoice: true, IsMandatory: false, IsArray: false });
        Assert.Equal("deceasedDateTime", deceased.JsonName("dateTime"));
    }

    [Fact]
    public void Find_TypeOutsideR4_IsNull() => Assert.Null(R4Catalogue.Find("Patiënt"));

    private static string TablePath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "ConvenantGateway.Filter", "Catalogue", "r4-elements.txt");
}
