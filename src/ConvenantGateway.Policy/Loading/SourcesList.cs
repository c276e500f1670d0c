using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>sources</c>: articles that must stand in <c>law/</c>, each in the text version in which it was read.</summary>
internal static class SourcesList
{
    /// <summary>The articles; none at all is an error, for nothing flows without law.</summary>
    public static ImmutableArray<LawReference> Read(YamlMap line, FrozenDictionary<(string Bwb, string Article, DateOnly Text), LawReference> laws, PolicyErrorList errors)
    {
        var sources = ImmutableArray.CreateBuilder<LawReference>();
        foreach (var source in line.Maps("sources", required: true))
        {
            if (One(source, laws, errors) is { } reference)
            {
                sources.Add(reference);
            }

            source.Done();
        }

        if (sources.Count == 0 && line.Has("sources"))
        {
            errors.Add(PolicyErrorCodes.MissingKey, line.PlaceOf("sources"), "a rule rests on at least one article");
        }

        return sources.ToImmutable();
    }

    /// <summary>One article of <c>law</c>, <c>article</c> and <c>text</c>; the caller closes the mapping.</summary>
    public static LawReference? One(YamlMap source, FrozenDictionary<(string Bwb, string Article, DateOnly Text), LawReference> laws, PolicyErrorList errors)
    {
        var law = source.Text("law");
        var article = source.Text("article");
        var text = source.Date("text");
        if (law is null || article is null || text is null)
        {
            return null;
        }

        if (laws.TryGetValue((law, article, text.Value), out var reference))
        {
            return reference;
        }

        var near = laws.Keys.Where(k => k.Bwb == law).Select(k => $"{k.Article} ({k.Text:yyyy-MM-dd})");
        errors.Add(PolicyErrorCodes.UnknownLaw, source.Place, $"article `{article}` of `{law}` in the text of {text:yyyy-MM-dd} has no entry in law/", Nearest.Suggest($"{article} ({text:yyyy-MM-dd})", near));
        return null;
    }
}
