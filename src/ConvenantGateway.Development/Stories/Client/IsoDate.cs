using System.Globalization;

namespace ConvenantGateway.Development.Stories;

/// <summary>Dates as FHIR and RFC 9396 details write them.</summary>
internal static class IsoDate
{
    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
