using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using ConvenantGateway.Policy;
using CsCheck;

namespace ConvenantGateway.Filter.Tests;

/// <summary>What a comparison of two element lists does not call a widening lets nothing more through the filter.</summary>
[Trait("Mutants", "last")]
public sealed class WideningTests
{
    /// <summary>Paths that compete for the same values.</summary>
    private static readonly string[][] Families =
    [
        ["telecom", "telecom.value", "telecom[use=home]", "telecom[use=home].rank", "telecom[system=phone]", "telecom[system=phone].value", "telecom[use=home][system=phone]", "telecom[use=home][system=phone].rank"],
        ["address", "address.line", "address[use=home]", "address[use=home].city", "address[type=both]", "address[type=both].line", "address[use=home][type=both].city"],
        ["multipleBirth", "multipleBirthInteger"],
        ["contact", "contact.telecom", "contact.telecom.value", "contact.telecom[use=home]", "contact.telecom[use=home].rank", "contact.telecom[system=phone]", "contact.telecom[system=phone][use=home].rank"],
    ];

    private static readonly byte[] Patient = """
        {"resourceType":"Patient",
         "telecom":[{"system":"phone","value":"TA","use":"home","rank":9001},{"system":"email","value":"TB","use":"home","rank":9002},{"system":"phone","value":"TC","use":"mobile","rank":9003},{"system":"email","value":"TD","use":"work","rank":9004}],
         "address":[{"use":"home","type":"both","line":["LA"],"city":"CA"},{"use":"home","line":["LB"],"city":"CB"},{"use":"old","type":"both","line":["LC"],"city":"CC"}],
         "multipleBirthInteger":9005,
         "contact":[{"telecom":[{"system":"phone","value":"TE","use":"home","rank":9006},{"system":"phone","value":"TF","use":"work","rank":9007},{"system":"fax","value":"TG","use":"home","rank":9008}],"address":{"line":["LD"],"city":"CD"}}]}
        """u8.ToArray();

    private static readonly string[] Values = ["TA", "TB", "TC", "TD", "TE", "TF", "TG", "LA", "LB", "LC", "LD", "CA", "CB", "CC", "CD", "9001", "9002", "9003", "9004", "9005", "9006", "9007", "9008"];

    private static readonly CategorySet[] Scopes = [default, CategorySet.Of(1), CategorySet.Of(4), CategorySet.Of(1) | CategorySet.Of(4)];

    [Fact]
    public void Compare_NoWidening_ReleasesNothingMore()
    {
        var compared = 0;
        var pair = Gen.Int[0, Families.Length - 1].SelectMany(static family =>
        {
            var paths = Families[family];
            var line = Gen.Select(Gen.Int[0, paths.Length - 1], Gen.Int[0, 2], (path, kind) => kind switch
            {
                0 => new ElementRule(paths[path], ElementKind.Category, CategorySet.Of(1)),
                1 => new ElementRule(paths[path], ElementKind.Category, CategorySet.Of(4)),
                _ => new ElementRule(paths[path], ElementKind.Withheld, default),
            });
            return Gen.Select(line.Array[1, 5], line.Array[0, 1], Gen.Int[0, 31], Gen.Bool, static (old, more, keep, isFirst) =>
            {
                var before = old.DistinctBy(static l => l.Path).ToImmutableArray();
                var kept = before.Where((_, i) => (keep & (1 << i)) != 0);
                return (Old: before, Now: (ImmutableArray<ElementRule>)[.. (isFirst ? more.Concat(kept) : kept.Concat(more)).DistinctBy(static l => l.Path)]);
            });
        });
        pair.Sample(p =>
        {
            var (old, now) = (Of(p.Old), Of(p.Now));
            if (ResourceFilter.Check(old).Count > 0 || ResourceFilter.Check(now).Count > 0)
            {
                return;
            }

            var allowed = ImmutableArray.CreateBuilder<PolicyChange>();
            ElementsDiff.Compare("Patient", old, now, allowed, ImmutableArray.CreateBuilder<PolicyChange>());
            if (allowed.Count > 0)
            {
                return;
            }

            foreach (var scope in Scopes)
            {
                var released = Released(now, scope);
                Interlocked.Add(ref compared, released.Count > 0 ? 1 : 0);
                Assert.Empty(released.Except(Released(old, scope)));
            }
        }, iter: 20_000 / Sampling.OneOf);
        Assert.True(compared > 300 / Sampling.OneOf, $"only {compared} changes that are no widening release anything");
    }

    private static ElementClassification Of(ImmutableArray<ElementRule> lines) => new("Patient", default, [], lines);

    private static List<string> Released(ElementClassification list, CategorySet released)
    {
        var filter = new ResourceFilter(new[] { list }.ToFrozenDictionary(static e => e.ResourceType));
        var outcome = filter.Filter(Patient, new FilterScope(released, default, null, MarkSubsetted: false));
        Assert.Null(outcome.Refusal);
        var text = outcome.Body is { } body ? Encoding.UTF8.GetString(body.Utf8.Span) : "";
        return [.. Values.Where(v => text.Contains(v, StringComparison.Ordinal))];
    }
}
