using System.Collections.Frozen;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Fuzz;

/// <summary>What must hold for any bytes whatsoever. The first byte picks what is released; the rest is a resource, and is tried as a Bundle too.</summary>
internal static class FilterTarget
{
    private static readonly ResourceFilter Filter = new(new[]
    {
        Type("Patient", default, ("id", "s"), ("meta.tag[system=rol]", "D07"), ("meta.security", "s"), ("active", "s"), ("name", "D01"), ("name.text", "w"), ("birthDate", "D01"), ("birthDate.extension[url=t]", "D01"), ("name.given.extension[url=q]", "D01"), ("identifier[system=bsn]", "D03"), ("telecom[use=temp]", "D02"), ("telecom[use=temp][system=sms]", "D04"), ("address", "D04"), ("deceasedBoolean", "s"), ("link", "s"), ("extension[url=ok]", "D02"), ("communication", "D06")),
        Type("Observation", CategorySet.Of(14), ("status", "s"), ("code", "c"), ("category", "c"), ("subject", "s"), ("value", "c"), ("component", "c"), ("performer", "D21"), ("hasMember", "c"), ("note.text", "c")),
        Type("Task", default, ("status", "s"), ("intent", "s"), ("output.type", "s"), ("for", "s"), ("requester.identifier[system=p]", "s")),
    }.ToFrozenDictionary(static t => t.ResourceType, StringComparer.Ordinal));

    private static readonly BundleFilter Bundles = new(Filter);
    private static readonly FilterBuffer Buffer = new();
    private static readonly BundleIndex Index = new();

    /// <summary>Tries one input.</summary>
    /// <exception cref="BrokenPromiseException">A promise of the filter does not hold.</exception>
    public static void Try(byte[] input)
    {
        var choice = input.Length > 0 ? input[0] : (byte)0;
        var json = input.AsMemory(Math.Min(1, input.Length));
        var all = new FilterScope(CategorySet.All, CategorySet.Of(14), Targets.Instance, (choice & 1) != 0);
        var some = all with { Released = new CategorySet((uint)(choice >> 1)), References = (choice & 2) != 0 ? null : Targets.Instance };
        var most = Resource(json, all);
        var least = Resource(json, some);
        if (least is not null && (most is null || !Leaves.Of(least).All(Leaves.Of(most).ToHashSet().Contains)))
        {
            throw new BrokenPromiseException("less permission gave more");
        }

        Bundle(json, all);
        Bundle(json, some);
    }

    private static byte[]? Resource(ReadOnlyMemory<byte> json, FilterScope scope)
    {
        Buffer.Clear();
        var copy = json.ToArray();
        var pass = Filter.Filter(json.Span, scope, Buffer);
        if (!json.Span.SequenceEqual(copy))
        {
            throw new BrokenPromiseException("the input was changed");
        }

        if (Left(json, pass) is not { } left)
        {
            return null;
        }

        Buffer.Clear();
        var again = Filter.Filter(left, scope, Buffer);
        return again.IsKept && Buffer.Written.SequenceEqual(left) ? left : throw new BrokenPromiseException("filtering twice is not filtering once");
    }

    private static void Bundle(ReadOnlyMemory<byte> json, FilterScope scope)
    {
        Buffer.Clear();
        if (Left(json, Bundles.Filter(json, new OneScope(scope), "https://gateway/fhir"u8, Index, Buffer)) is not { } left)
        {
            return;
        }

        Buffer.Clear();
        if (!Bundles.Filter(left, new OneScope(scope), "https://gateway/fhir"u8, Index, Buffer).IsKept || !StrictJson.Accepts(Buffer.Written))
        {
            throw new BrokenPromiseException("a filtered Bundle cannot be filtered");
        }
    }

    private static byte[]? Left(ReadOnlyMemory<byte> json, FilterPass pass)
    {
        if (pass.Refusal is not null && (pass.IsKept || Buffer.Length != 0))
        {
            throw new BrokenPromiseException("refused input left bytes");
        }

        if (pass.Refusal is null && !StrictJson.Accepts(json.Span))
        {
            throw new BrokenPromiseException("accepted what a strict parser refuses");
        }

        if (!pass.IsKept)
        {
            return null;
        }

        var left = Buffer.Written.ToArray();
        return StrictJson.Accepts(left) ? left : throw new BrokenPromiseException("wrote what a strict parser refuses");
    }

    private static ElementClassification Type(string type, CategorySet own, params (string Path, string Word)[] lines) => new(
        type,
        own,
        type == "Observation" ? [new ResourceClassRule("category.coding", "cat", "*", default)] : [],
        [.. lines.Select(static l => l.Word switch
        {
            "s" => new ElementRule(l.Path, ElementKind.Structure, default),
            "c" => new ElementRule(l.Path, ElementKind.ResourceClass, default),
            "w" => new ElementRule(l.Path, ElementKind.Withheld, default),
            _ => CategorySet.TryParse(l.Word, out var category) ? new ElementRule(l.Path, ElementKind.Category, category) : throw new ArgumentException(l.Word),
        })]);

    private sealed class OneScope(FilterScope scope) : IBundleScopes
    {
        public FilterScope Of(BundleIndex bundle, int entry) => bundle.Entries[entry].NamesOutsider ? default : scope with { ResourceClass = bundle.Entries[entry].Class };
    }

    private sealed class Targets : IReleasedReferences
    {
        public static Targets Instance { get; } = new();

        public bool IsReleased(ReadOnlySpan<byte> reference) => reference is [(byte)'#', ..] || reference.SequenceEqual("Patient/1"u8);
    }
}
