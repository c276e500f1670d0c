namespace ConvenantGateway.Exchange;

/// <summary>One way to write a telephone number: <c>06-12345678</c>, <c>+31 6 12345678</c> and <c>0031 (0)6 1234 5678</c> are all <c>0612345678</c>. Pure; thread safe.</summary>
public static class DutchTelephone
{
    private const int DutchLength = 10;

    /// <summary>The national form, digits only; a foreign number keeps its digits; empty if there are none.</summary>
    public static string Normalize(string number)
    {
        var digits = number.AsSpan().ContainsAnyExceptInRange('0', '9') ? new string([.. number.Where(char.IsAsciiDigit)]) : number;
        var isInternational = digits.StartsWith("0031", StringComparison.Ordinal) || (digits.StartsWith("31", StringComparison.Ordinal) && digits.Length > DutchLength);
        var national = !isInternational ? digits : digits[(digits[0] == '0' ? 4 : 2)..].TrimStart('0');
        return (isInternational || national.Length == DutchLength - 1) && national.Length > 0 && national[0] != '0' ? "0" + national : national;
    }

    /// <summary>True for a number with an area code: it tells the region (numbering plan: 01 to 05 and 07).</summary>
    /// <param name="normalized">As <see cref="Normalize"/> writes it.</param>
    public static bool IsGeographic(string normalized) => normalized.Length == DutchLength && normalized[0] == '0' && normalized[1] is (>= '1' and <= '5') or '7';
}
