using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Exchange;

/// <summary>
/// How a betrokkene is called in what an organisation sees of its own log: <c>B-7F3A-09C1-55D0-E2B4</c>, made of the handle and the viewing organisation, so that what two organisations hold cannot be laid
/// side by side. Screens show the first two groups. Pure; thread safe.
/// </summary>
public static class PersonPseudonym
{
    /// <summary>How many characters a screen shows.</summary>
    public const int ShortLength = 11;

    /// <summary>The pseudonym.</summary>
    /// <param name="handle">The person's handle, 32 bytes.</param>
    /// <param name="viewer">Whose view it is.</param>
    public static string Of(ReadOnlySpan<byte> handle, string viewer)
    {
        var hash = Convert.ToHexString(HMACSHA256.HashData(handle, Encoding.UTF8.GetBytes(viewer)).AsSpan(0, 8));
        return $"B-{hash[..4]}-{hash[4..8]}-{hash[8..12]}-{hash[12..]}";
    }
}
