namespace ConvenantGateway.Exchange;

/// <summary>What identifies a person, in memory only: made into a handle and dropped (design.md section 8).</summary>
/// <param name="Family">Family name as given.</param>
/// <param name="Given">First given name, or null.</param>
/// <param name="BirthDate">ISO date, <c>yyyy-MM-dd</c>, or null if unknown or partial.</param>
/// <param name="Gender">FHIR administrative gender code, or null.</param>
/// <param name="PostalCode">Postcode, or null; only ever breaks a tie.</param>
public sealed record PersonTraits(string Family, string? Given, string? BirthDate, string? Gender, string? PostalCode)
{
    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(PersonTraits);
}
