using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>covenant/&lt;id&gt;/covenant.yaml</c> and its <c>decisions/</c>.</summary>
internal sealed class CovenantFiles(PolicyFiles files, Vocabulary words, PolicyErrorList errors)
{
    /// <summary>The paragraphs of Wbp 31(1) that ask for prior investigation.</summary>
    public static readonly string[] Paragraphs = ["31(1)(a)", "31(1)(b)", "31(1)(c)"];

    private static readonly string[] PurposeLetters = ["a", "b", "c", "d"];
    private static readonly string[] Declared = ["rechtmatig"];
    private static readonly string[] Annexes = ["kindspoor"];

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
        var regie = map.Has("regie") ? Partners(map, "regie") : [];
        var accessions = Days(map, "accessions", "declaration");
        var withdrawals = Days(map, "withdrawals", null);
        var investigations = map.Maps("voorafgaandOnderzoek").Select(Investigation).OfType<PriorInvestigation>().ToImmutableArray();
        CheckAnnexes(map, parties);
        foreach (var twice in investigations.GroupBy(static i => (i.Rule, i.Partner)).Where(static g => g.Count() > 1))
        {
            errors.Add(PolicyErrorCodes.DuplicateId, map.PlaceOf("voorafgaandOnderzoek"), $"rule `{twice.Key.Rule}` is declared twice for `{twice.Key.Partner}`");
        }

        var retention = RetentionFile.Narrowing(map, words.Retention, errors);
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
            Regie = regie.IsEmpty ? null : regie[0],
            Accessions = accessions,
            Withdrawals = withdrawals,
            PriorInvestigations = investigations,
            RetentionMonths = retention,
            Decisions = [.. files.Under($"covenant/{id}/decisions/").Select(f => Decision(f.Path, f.Bytes)).OfType<Article20Decision>()],
        };
        return new CovenantSource(limit is { } n ? terms with { StatusPersonsPerHour = n } : terms, [.. taken], signedOff, [.. purposes.Select(p => p.Value)], new Place(path, 0, 0));
    }

    /// <summary>A covenant with the Kindspoor annex has at least police, AMK, bureau jeugdzorg and Raad as parties (clause C24), or their successors.</summary>
    private void CheckAnnexes(YamlMap map, ImmutableArray<PartnerId> parties)
    {
        foreach (var annex in map.Codes("annexes", Annexes, "annex"))
        {
            var kinds = parties.Select(KindOf).ToHashSet(StringComparer.Ordinal);
            foreach (var needed in (string[][])[["POL"], ["AMK", "VT"], ["BJZ", "GI"], ["RVDK"]])
            {
                if (!needed.Any(kinds.Contains))
                {
                    errors.Add(PolicyErrorCodes.Annex, annex.Place, $"the annex `{annex.Value}` needs a party of kind {string.Join(" or ", needed)} (clause C24)");
                }
            }
        }
    }

    private string KindOf(PartnerId id) =>
        files.Files.TryGetValue($"partners/{id}.yaml", out var bytes) && YamlMap.Root($"partners/{id}.yaml", bytes, new PolicyErrorList()) is { } partner ? partner.Text("kind", required: false) ?? "" : "";

    private FrozenDictionary<PartnerId, DateOnly> Days(YamlMap map, string key, string? text)
    {
        var days = new Dictionary<PartnerId, DateOnly>();
        foreach (var line in map.Maps(key))
        {
            var partner = Partners(line, "partner");
            var date = line.Date("date");
            _ = text is null ? null : line.Text(text);
            line.Done();
            if (partner.Length == 1 && date is { } day && !days.TryAdd(partner[0], day))
            {
                errors.Add(PolicyErrorCodes.DuplicateId, line.Place, $"`{partner[0]}` stands here twice");
            }
        }

        return days.ToFrozenDictionary();
    }

    private PriorInvestigation? Investigation(YamlMap line)
    {
        var rule = line.Text("rule");
        var partner = Partners(line, "partner");
        var paragraph = line.Code("onderdeel", Paragraphs, "paragraph of Wbp 31(1)");
        var number = line.Text("meldnummer");
        var declared = line.Code("verklaring", Declared, "declaration");
        var date = line.Date("datum");
        line.Done();
        return rule is null || partner.Length != 1 || paragraph is null || number is null || declared is null || date is null
            ? null
            : new PriorInvestigation(rule, partner[0], paragraph, number, date.Value);
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
        var purposes = map.Codes("purpose", words.Purposes.Keys, "purpose", required: true);
        var letter = map.Code("purposeLetter", PurposeLetters, "purpose letter of Wpg 20(1)");
        var authority = map.Text("authority");
        var agreed = map.Date("agreementDate");
        var validFrom = map.Date("valid-from");
        var validUntil = map.Date("valid-until");
        _ = map.Text("interest");
        _ = map.Text("conditions", required: false);
        map.Done();
        if (id is null || from.Length != 1 || purposes.Count == 0 || letter is null || authority is null || agreed is null || validFrom is null || validUntil is null)
        {
            return null;
        }

        return new Article20Decision
        {
            Id = id,
            From = from[0],
            Recipients = recipients,
            Categories = CodeWords.Set(categories),
            Purposes = [.. purposes.Select(p => new Purpose(p.Value))],
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
