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

    private const int MostIdleBytes = 1024 * 1024;

    // One per thread, cleared after each use: filtering is synchronous, so nobody else can hold it.
    [ThreadStatic]
    private static FilterBuffer? _idle;

    private readonly FrozenDictionary<string, ResourceShape> _shapes;
    private readonly FrozenDictionary<string, ResourceShape>.AlternateLookup<ReadOnlySpan<char>> _byName;

    /// <summary>Compiles the classification.</summary>
    /// <exception cref="ArgumentException">A path does not exist in R4; the policy loader checks this first with <see cref="Check"/>.</exception>
    public ResourceFilter(FrozenDictionary<string, ElementClassification> elements)
    {
        _shapes = elements.Values.Select(ShapeCompiler.Compile).ToFrozenDictionary(static s => s.Name, StringComparer.Ordinal);
        _byName = _shapes.GetAlternateLookup<ReadOnlySpan<char>>();
        MostClassRules = _shapes.Values.Select(static s => s.Codings.RuleCount).DefaultIfEmpty().Max();
    }

    /// <summary>The most class rules that a type has.</summary>
    internal int MostClassRules { get; }

    /// <summary>Filters one resource into an array of its own.</summary>
    /// <param name="resource">UTF-8 JSON of one resource. Never changed.</param>
    /// <param name="scope">What may stay.</param>
    /// <returns>What is left; no body and what was cut if the resource is withheld whole (its type is not listed, its class not released, or a modifier of it was cut); or the refusal.</returns>
    public FilterOutcome Filter(ReadOnlySpan<byte> resource, in FilterScope scope)
    {
        var buffer = _idle ?? new FilterBuffer();
        _idle = null;
        try
        {
            var pass = Filter(resource, scope, buffer);
            var withheld = buffer.Withheld;
            return new FilterOutcome(pass.IsKept ? new FilteredBody(buffer.Written.ToArray(), withheld) : null, withheld, pass.Refusal);
        }
        finally
        {
            buffer.Clear();
            if (buffer.Bytes.Length > MostIdleBytes)
            {
                buffer.Dispose();
            }

            _idle = buffer;
        }
    }

    /// <summary>Filters one resource to the end of a buffer. Allocates nothing once the buffer has grown, unless it refuses.</summary>
    /// <param name="resource">UTF-8 JSON of one resource. Never changed.</param>
    /// <param name="scope">What may stay.</param>
    /// <param name="into">Where the bytes that are left go; unchanged if none are.</param>
    /// <returns>How it came through; what was cut stands in the buffer until the next resource.</returns>
    public FilterPass Filter(ReadOnlySpan<byte> resource, in FilterScope scope, FilterBuffer into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.Cuts.Begin(null);
        if (resource.Length > MaxBytes)
        {
            return new FilterPass(0, 0, false, new FilterRefusal(FilterErrorCodes.TooLarge, "the resource is larger than 50 MiB", MaxBytes));
        }

        if (!Utf8.IsValid(resource))
        {
            return new FilterPass(0, 0, false, new FilterRefusal(FilterErrorCodes.NotText, "the resource is not UTF-8", 0));
        }

        return new FilterRun(this, resource, scope, into).Run();
    }

    /// <summary>Checks element paths against the R4 catalogue; empty if all exist. <c>Line</c> of each error is 0: the loader knows the place of a path.</summary>
    public static IReadOnlyList<PolicyError> Check(ElementClassification classification) =>
        [.. PathCheck.Of(classification).Select(f => new PolicyError(f.Code, $"elements/{classification.ResourceType}.yaml", 0, 0, f.Message, f.Suggestion))];

    /// <summary>The compiled type; null if it has no classification.</summary>
    internal ResourceShape? Find(ReadOnlySpan<byte> type)
    {
        Span<char> name = stackalloc char[64];
        return type.Length <= name.Length && Utf8.ToUtf16(type, name, out _, out var length) == System.Buffers.OperationStatus.Done
            && _byName.TryGetValue(name[..length], out var shape)
                ? shape
                : null;
    }
}
