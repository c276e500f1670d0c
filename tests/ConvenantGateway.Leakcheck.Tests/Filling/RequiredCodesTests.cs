using System.Runtime.CompilerServices;
using System.Text;
using ConvenantGateway.Cli.Leakcheck;
using Hl7.Fhir.Model;
using Hl7.Fhir.Utility;

namespace ConvenantGateway.Leakcheck.Tests.Filling;

public sealed class RequiredCodesTests
{
    /// <summary>Set CONVENANT_WRITE_CATALOGUE=1 to write the table anew after an SDK update; review the difference.</summary>
    [Fact]
    public void Table_RegeneratedFromTheSdk_IsTheCommittedOne()
    {
        var generated = Generate();
        if (Environment.GetEnvironmentVariable("CONVENANT_WRITE_CATALOGUE") == "1")
        {
            File.WriteAllText(TablePath(), generated);
        }

        Assert.Equal(generated, File.ReadAllText(TablePath()));
    }

    [Fact]
    public void Find_GenderAndFreeCode_TellsThemApart() =>
        Assert.Equal(("male", null), (RequiredCodes.Find("Patient", "gender"), RequiredCodes.Find("Coding", "code")));

    private static string Generate()
    {
        var table = new StringBuilder();
        foreach (var type in ModelInfo.ModelInspector.ClassMappings.Where(static c => !c.NativeType.IsAbstract && !c.IsFhirPrimitive).OrderBy(static c => c.Name, StringComparer.Ordinal))
        {
            foreach (var element in type.PropertyMappings.OrderBy(static p => p.Order))
            {
                if (element.ImplementingType is { IsGenericType: true } code && code.GetGenericTypeDefinition() == typeof(Code<>))
                {
                    table.Append(type.Name).Append('.').Append(element.Name).Append(' ').Append(((Enum)Enum.GetValues(code.GetGenericArguments()[0]).GetValue(0)!).GetLiteral()).Append('\n');
                }
            }
        }

        return table.ToString();
    }

    private static string TablePath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "ConvenantGateway.Cli", "Leakcheck", "Filling", "r4-codes.txt");
}
