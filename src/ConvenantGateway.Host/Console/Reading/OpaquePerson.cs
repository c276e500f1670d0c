using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// How a person is called on screen: <c>B-7F3A-09C1</c>, the beginning of the pseudonym that the organisation has for the person in its log. Pure.
/// </summary>
internal static class OpaquePerson
{
    /// <summary>The id.</summary>
    /// <param name="handle">The person's handle, 32 bytes.</param>
    /// <param name="viewer">Whose page it stands on.</param>
    public static string IdOf(ReadOnlySpan<byte> handle, PartnerId viewer) => PersonPseudonym.Of(handle, viewer.Value)[..PersonPseudonym.ShortLength];
}
