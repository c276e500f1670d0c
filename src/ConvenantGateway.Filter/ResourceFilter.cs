using System.Collections.Frozen;
using System.Text.Unicode;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>
/// The element filter of one policy set: default-deny, one pass over the bytes, no objects per element. Built once per snapshot from the element classification and the
/// R4 element catalogue; immutable and thread safe.
/// </summary>
public sealed class ResourceFilter
{
    /// <summary>The deepest nesting that is read (design.md 3.4).</summary>
    public const int MaxDepth = 64;

    /// <summary>The largest resource that is read: 50 MiB.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    private readonly FrozenDictionary<string, ResourceShape> _shapes;
    private readonly FrozenDictionary<string, ResourceShape>.AlternateLookup<ReadOnlySpan<char>> _byName;

    /// <summary>Compiles the classification.</summary>
    /// <exception cref="ArgumentException">A path does not exist in R4; the policy loader checks this first with <see cref="Check"/>.</exception>
    public ResourceFilter(FrozenDictionary<string, ElementClassification> elements)
    {
        _shapes = elements.Values.Select(ShapeCompiler.Compile).ToFrozenDictionary(static s => s.Name, StringComparer.Ordinal);
        _byName = _shapes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Filters one resource.</summary>
    /// <param name="resource">UTF-8 JSON of one resource. Never changed.</param>
    /// <param name="scope">What may stay.</param>
    /// <returns>What is left; no body and what was cut if the resource is withheld whole (its type is not listed, its class not released, or a modifier of it was cut); or the refusal.</returns>
    public FilterOutcome Filter(ReadOnlySpan<byte> resource, in FilterScope scope)
    {
        if (resource.Length > MaxBytes)
        {
            return Refused(FilterErrorCodes.TooLarge, "the resource is larger than 50 MiB", MaxBytes);
        }

        if (!Utf8.IsValid(resource))
        {
            return Refused(FilterErrorCodes.NotText, "the resource is not UTF-8", 0);
        }

        if (Escapes.FindUnpaired(resource) is >= 0 and var unpaired)
        {
            return Refused(FilterErrorCodes.NotText, "an escaped surrogate has no pair", unpaired);
        }

        var run = new FilterRun(this, resource, scope, releasesContained: true);
        var outcome = run.Run();
        return run.LostContained ? new FilterRun(this, resource, scope, releasesContained: false).Run() : outcome;
    }

    /// <summary>Checks element paths against the R4 catalogue; empty if all exist. <c>Line</c> of each error is 0: the loader knows the place of a path.</summary>
    public static IReadOnlyList<PolicyError> Check(ElementClassification classification) => PathCheck.Of(classification);

    /// <summary>The compiled type; null if it has no classification.</summary>
    internal ResourceShape? Find(ReadOnlySpan<byte> type)
    {
        Span<char> name = stackalloc char[64];
        return type.Length <= name.Length && Utf8.ToUtf16(type, name, out _, out var length) == System.Buffers.OperationStatus.Done
            && _byName.TryGetValue(name[..length], out var shape)
                ? shape
                : null;
    }

    private static FilterOutcome Refused(string code, string message, long position) => new(null, [], new FilterRefusal(code, message, position));
}
