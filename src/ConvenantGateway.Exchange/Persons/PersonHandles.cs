using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Exchange;

/// <summary>Handles under one region's key (design.md section 8).</summary>
/// <param name="regionKey">32 bytes.</param>
public sealed class PersonHandles(ReadOnlyMemory<byte> regionKey) : IPersonHandles
{
    /// <inheritdoc/>
    public PersonHandle? HandleOf(PersonTraits traits)
    {
        var family = NameNormalization.Normalize(traits.Family);
        if (family.Length == 0
            || !DateOnly.TryParseExact(traits.BirthDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth))
        {
            return null;
        }

        var given = NameNormalization.Normalize(traits.Given ?? "");
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{family}|{(given.Length == 0 ? "" : given[..1])}|{birth:yyyy-MM-dd}|{traits.Gender ?? ""}");
        return new PersonHandle(Convert.ToHexStringLower(HMACSHA256.HashData(regionKey.Span, Encoding.UTF8.GetBytes(text))));
    }

    /// <inheritdoc/>
    public string AddressHash(string normalized) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(regionKey.Span, Encoding.UTF8.GetBytes("address|" + normalized)));
}
