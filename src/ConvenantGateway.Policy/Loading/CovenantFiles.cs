using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>covenant/&lt;id&gt;/covenant.yaml</c> and its <c>decisions/</c>.</summary>
internal sealed class CovenantFiles(PolicyFiles files, Vocabulary words, PolicyErrorList errors)
{
    private static readonly string[] PurposeLetters = ["a", "b", "c", "d"];

    public CovenantSource? Read(string id)
    {
        var path = $"covenant/{id}/covenant.yaml";
        if (!files.Files.TryGetValue(path, out var bytes))
        {
            var known = files.Files.Keys.Where(k => k.StartsWith("covenant/", StringComparison.Ordinal)).Select(k => k.Split('/')[1]).Distinct();
            errors.Add(PolicyErrorCodes.UnknownFile, Place.Whole(path), $"there is no covenant `{id}`", Nearest.Suggest(id, known));
            return null;
        }

        if (YamlMap.Root(path, bytes, errors) is not { } map)
        {
            return null;
        }

        var name = map.Word("id");
        var title = map.Text("title");
        var from = map.Date("from");
        var until = map.Date("until", required: false);
        var reenactment = map.Date("reenactment", required: false);
        var parties = Partners(map, "parties");
        var purposes = map.Codes("purposes", words.Purposes.Keys, "purpose", required: true);
        var limit = map.Number("status-persons-per-hour", 1, 10_000);
        var taken = map.Words("rules", required: true);
        var signedOff = SignOffs(map);
        _ = map.Text("note", required: false);
        map.Done();
        if (name is not null && name.Value != id)
        {
            errors.Add(PolicyErrorCodes.NameMismatch, name.Place, $"the folder is called `{id}` but the covenant `{name.Value}`");
        }

        if (title is null || from is null)
        {
            return null;
        }

        var terms = new CovenantTerms
        {
            Id = id,
            Title = title,
            From = from.Value,
            Until = until,
            Reenactment = reenactment,
            Parties = parties,
            Decisions = [.. files.Under($"covenant/{id}/decisions/").Select(f => Decision(f.Path, f.Bytes)).OfType<Article20Decision>()],
        };
        return new CovenantSource(limit is { } n ? terms with { StatusPersonsPerHour = n } : terms, [.. taken], signedOff, [.. purposes.Select(p => p.Value)], new Place(path, 0, 0));
    }

    private static ImmutableArray<YamlNode.Scalar> SignOffs(YamlMap map)
    {
        var signed = ImmutableArray.CreateBuilder<YamlNode.Scalar>();
        foreach (var line in map.Maps("sign-offs"))
        {
            var rule = line.Word("rule");
            var by = line.Text("by");
            var date = line.Date("date");
            line.Done();
            if (rule is not null && by is not null && date is not null)
            {
                signed.Add(rule);
            }
        }

        return signed.ToImmutable();
    }

    private Article20Decision? Decision(string path, ReadOnlyMemory<byte> bytes)
    {
        if (YamlMap.Root(path, bytes, errors) is not { } map)
        {
            return null;
        }

        var id = map.Text("id");
        var from = Partners(map, "from");
        var recipients = Partners(map, "recipients");
        var categories = map.Codes("categories", CodeWords.Categories, "category", required: true);
        var purpose = map.Code("purpose", words.Purposes.Keys, "purpose");
        var letter = map.Code("purpose-letter", PurposeLetters, "purpose letter of Wpg 20(1)");
        var authority = map.Text("authority");
        var agreed = map.Date("agreement-date");
        var validFrom = map.Date("valid-from");
        var validUntil = map.Date("valid-until");
        _ = map.Text("interest");
        _ = map.Text("conditions", required: false);
        map.Done();
        if (id is null || from.Length != 1 || purpose is null || letter is null || authority is null || agreed is null || validFrom is null || validUntil is null)
        {
            return null;
        }

        return new Article20Decision
        {
            Id = id,
            From = from[0],
            Recipients = recipients,
            Categories = CodeWords.Set(categories),
            Purpose = new Purpose(purpose),
            PurposeLetter = letter[0],
            Authority = authority,
            AgreementDate = agreed.Value,
            ValidFrom = validFrom.Value,
            ValidUntil = validUntil.Value,
        };
    }

    private ImmutableArray<PartnerId> Partners(YamlMap map, string key)
    {
        var known = files.Under("partners/").Select(f => f.Path["partners/".Length..].Replace(".yaml", "", StringComparison.Ordinal)).ToList();
        return [.. map.Codes(key, known, "partner", required: true).Where(w => PartnerId.TryParse(w.Value, out _)).Select(w => PartnerId.Parse(w.Value))];
    }
}
