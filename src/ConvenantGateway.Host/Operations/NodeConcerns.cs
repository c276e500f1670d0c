using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConvenantGateway.Store;

namespace ConvenantGateway.Host.Operations;

/// <summary>Why health is amber, apart from the policy set: one sentence per matter, without case data. Thread safe.</summary>
internal sealed class NodeConcerns
{
    private readonly ConcurrentDictionary<string, string> _sentences = new(StringComparer.Ordinal);

    /// <summary>All sentences, in the order of their matters; null if all is well.</summary>
    public string? Sentence => _sentences.IsEmpty ? null : string.Join("; ", _sentences.OrderBy(static s => s.Key, StringComparer.Ordinal).Select(static s => s.Value));

    /// <summary>Those that a start leaves.</summary>
    /// <param name="undestroyed">Keys of the log that sign no more and could not be destroyed.</param>
    public static NodeConcerns AtStart(ImmutableArray<UndestroyedKey> undestroyed)
    {
        var concerns = new NodeConcerns();
        if (undestroyed is [var first, ..])
        {
            concerns.Raise("key", $"a private key of the log that signs no more could not be destroyed, and the next start tries again: {first.Why}");
        }

        return concerns;
    }

    /// <summary>Raises or words anew a concern.</summary>
    /// <param name="matter">What it is about, such as <c>clock</c>.</param>
    /// <param name="sentence">What an operator should know.</param>
    public void Raise(string matter, string sentence) => _sentences[matter] = sentence;

    /// <summary>Ends a concern; nothing happens if there is none.</summary>
    public void Clear(string matter) => _sentences.TryRemove(matter, out _);
}
