using System.Text;
using ConvenantGateway.Filter;

namespace ConvenantGateway.Exchange;

/// <summary>The references of an own account: another person that it names stays named only if his own identity flows on his own ground (domain.md 10.3, 11).</summary>
/// <param name="references">What flows at all.</param>
/// <param name="hidden"><c>Patient/id</c> of those whose identity does not flow.</param>
internal sealed class MentionedReferences(IReleasedReferences references, IReadOnlySet<string> hidden) : IReleasedReferences
{
    /// <inheritdoc/>
    public bool IsReleased(ReadOnlySpan<byte> reference) => references.IsReleased(reference) && !hidden.Contains(Encoding.UTF8.GetString(reference));

    /// <inheritdoc/>
    public bool IsSubject(ReadOnlySpan<byte> reference) => references.IsSubject(reference);
}
