using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// How a person is called on screen: <c>B-7F3A-09C1</c>, made of the handle and the viewing organisation, so that two organisations' printed pages cannot be laid side by side. Pure.
/// </summary>
internal static class OpaquePerson
{
    /// <summary>The id.</summary>
    /// <param name="handle">The person's handle, 32 bytes.</param>
    /// <param name="viewer">Whose page it stands on.</param>
    public static string IdOf(ReadOnlySpan<byte> handle, PartnerId viewer)
    {
        var hash = Convert.ToHexString(HMACSHA256.HashData(handle, Encoding.UTF8.GetBytes(viewer.Value)).AsSpan(0, 4));
        return $"B-{hash[..4]}-{hash[4..]}";
    }
}
