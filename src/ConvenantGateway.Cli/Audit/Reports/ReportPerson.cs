using ConvenantGateway.Exchange;

namespace ConvenantGateway.Cli.Audit;

/// <summary>A person as a file or standard input names it: never as an argument, which other users of the machine can read.</summary>
/// <param name="Family">Family name.</param>
/// <param name="Given">First given name, or null.</param>
/// <param name="BirthDate">ISO date.</param>
/// <param name="Gender">FHIR administrative gender, or null.</param>
internal sealed record ReportPerson(string? Family, string? Given, string? BirthDate, string? Gender)
{
    /// <summary>The traits that make the handle.</summary>
    public PersonTraits Traits => new(Family ?? "", Given, BirthDate, Gender, null);

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(ReportPerson);
}
