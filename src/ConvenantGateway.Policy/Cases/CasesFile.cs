using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>cases/*.cases.yaml</c>.</summary>
internal sealed class CasesFile(Vocabulary words, PolicyErrorList errors)
{
    private static readonly string[] Verdicts = ["permit", "deny"];
    private static readonly string[] Layers = [StatuteSnapshot.Id];
    private static readonly string[] Minimal = ["minimal"];

    public static ImmutableArray<PolicyCase> ReadAll(PolicyFiles files, Vocabulary words, PolicyErrorList errors)
    {
        var reader = new CasesFile(words, errors);
        var cases = files.Under("cases/").SelectMany(f => reader.Read(f.Path, f.Bytes)).ToImmutableArray();
        foreach (var twice in cases.GroupBy(c => c.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).SelectMany(g => g.Skip(1)))
        {
            errors.Add(PolicyErrorCodes.DuplicateId, twice.Place, $"the case `{twice.Id}` stands in two places");
        }

        return cases;
    }

    private ImmutableArray<PolicyCase> Read(string path, ReadOnlyMemory<byte> bytes)
    {
        if (YamlMap.Root(path, bytes, errors) is not { } map)
        {
            return [];
        }

        var layer = map.Code("layer", Layers, "layer", required: false);
        var covenant = layer ?? map.Text("covenant");
        var cases = map.Maps("cases", required: true).Select(line => One(line, covenant ?? "", layer is not null)).OfType<PolicyCase>().ToImmutableArray();
        map.Done();
        return cases;
    }

    private PolicyCase? One(YamlMap line, string covenant, bool isStatute)
    {
        var id = line.Text("id");
        var title = line.Text("title");
        DateOnly? date = null;
        PolicyRequest? request = null;
        if (line.Map("request", required: true) is { } asked)
        {
            (request, date) = Request(asked, isStatute);
        }

        var persons = line.Maps("persons").Select(Person).ToImmutableArray();
        var verdict = line.Code("verdict", Verdicts, "verdict");
        var rules = line.Words("rules");
        var obligations = line.Words("obligations");
        var unmet = line.Words("unmet");
        var warnings = line.Codes("warnings", EvidenceWords.All, "kind of evidence");
        var count = line.Number("errors", 0, 100);
        var boundaries = line.Map("boundaries") is { } edges ? Boundaries(edges) : null;
        _ = line.Text("note", required: false);
        line.Done();
        return id is null || title is null || request is null || verdict is null
            ? null
            : new PolicyCase
            {
                Id = id,
                Title = title,
                Covenant = covenant,
                Place = line.Place,
                Date = date,
                Request = request.Value,
                Persons = persons,
                Verdict = verdict == "permit" ? Verdict.Permit : Verdict.Deny,
                Rules = [.. rules.Select(w => w.Value)],
                Obligations = [.. obligations.Select(w => w.Value)],
                Unmet = [.. unmet.Select(w => w.Value)],
                Warnings = [.. warnings.Select(w => w.Value)],
                Errors = count,
                Boundaries = boundaries,
            };
    }

    private CaseBoundaries Boundaries(YamlMap map)
    {
        var boundaries = new CaseBoundaries
        {
            Rules = [.. map.Words("rules").Select(w => w.Value)],
            From = [.. map.Codes("from", words.Kinds.Keys, "kind of party").Select(w => w.Value)],
            To = [.. map.Codes("to", words.Kinds.Keys, "kind of party").Select(w => w.Value)],
            Purposes = [.. map.Codes("purpose", words.Purposes.Keys, "purpose").Select(w => w.Value)],
            First = map.Date("first", required: false),
            Last = map.Date("last", required: false),
            IsEvidenceMinimal = map.Code("evidence", Minimal, "word for `evidence`", required: false) is not null,
        };
        map.Done();
        return boundaries;
    }

    private string? Party(YamlMap map, string key, bool isStatute) =>
        isStatute ? map.Code(key, words.Kinds.Keys, "kind of party")?.ToLowerInvariant() : map.Text(key);

    private (PolicyRequest? Request, DateOnly? Date) Request(YamlMap map, bool isStatute)
    {
        var from = Party(map, "from", isStatute);
        var to = Party(map, "to", isStatute);
        var purpose = map.Code("purpose", words.Purposes.Keys, "purpose");
        var by = map.Code("by", CodeWords.Initiatives, "initiative");
        var ground = map.Code("ground", words.Grounds.Keys, "ground", required: false);
        var date = map.Date("date", required: isStatute);
        var evidence = VocabularyFiles.EvidenceOf(map, "evidence");
        var emergency = map.Flag("emergency");
        map.Done();
        return from is null || to is null || purpose is null || by is null || !PartnerId.TryParse(from, out var sender) || !PartnerId.TryParse(to, out var receiver)
            ? (null, null)
            : (new PolicyRequest
            {
                From = sender,
                To = receiver,
                Purpose = new Purpose(purpose),
                By = CodeWords.Initiative(by),
                Ground = ground is null ? default : new Ground(ground),
                LawDate = date ?? default,
                Evidence = evidence,
                Emergency = emergency,
            }, date);
    }

    private static CasePerson Person(YamlMap map)
    {
        var roles = map.Codes("rol", ["onbekend", .. CodeWords.Rollen], "role", required: true);
        var consent = map.Codes("consent", CodeWords.Categories, "category");
        var scope = map.Has("consent") ? CodeWords.Set(consent) : CategorySet.All;
        var released = CodeWords.Set(map.Codes("released", CodeWords.Categories, "category"));
        var level = map.Code("level", CodeWords.Levels, "level", required: false);
        var origins = map.Codes("origin", CodeWords.Origins, "origin label").Aggregate(DataOrigins.None, (set, word) => set | CodeWords.Origin(word.Value));
        map.Done();
        var rollen = roles.Aggregate(default(RolSet), (set, r) => set | RolSet.Of(r.Value == "onbekend" ? BetrokkeneRol.Onbekend : CodeWords.Rol(r.Value)));
        return new CasePerson(new BetrokkeneFacts(rollen, scope, origins), released, level is null ? StatusLevel.L0 : CodeWords.Level(level));
    }
}
