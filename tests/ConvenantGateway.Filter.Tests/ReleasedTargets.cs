using System.Text;

namespace ConvenantGateway.Filter.Tests;

/// <summary>Releases the targets it is given; records what it was asked.</summary>
internal sealed class ReleasedTargets(params string[] targets) : IReleasedReferences
{
    public List<string> Asked { get; } = [];

    public bool IsReleased(ReadOnlySpan<byte> reference)
    {
        var text = Encoding.UTF8.GetString(reference);
        Asked.Add(text);
        return targets.Contains(text);
    }
}
