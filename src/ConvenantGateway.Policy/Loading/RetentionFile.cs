using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>retention.yaml</c>, and what a covenant shortens of it.</summary>
internal static class RetentionFile
{
    public const string Path = "retention.yaml";
    public const int MaxYears = 100;

    public const string Log = "log";

    public static readonly string[] Records = [Log, "dossier"];
    private static readonly string[] Marks = ["sourced", "derived"];

    /// <summary>The schedule; without the file nothing is ever due.</summary>
    public static RetentionSchedule Read(
        PolicyFiles files, ImmutableArray<Profile> profiles, IReadOnlyCollection<string> kinds, FrozenDictionary<(string Bwb, string Article, DateOnly Text), LawReference> laws, PolicyErrorList errors)
    {
        if (!files.Files.TryGetValue(Path, out var bytes) || YamlMap.Root(Path, bytes, errors) is not { } map)
        {
            return RetentionSchedule.Empty;
        }

        var terms = new List<RetentionTerm>();
        foreach (var line in map.Maps("retention", required: true))
        {
            if (Term(line, profiles, kinds, laws, errors) is not { } term)
            {
                continue;
            }

            if (terms.Exists(t => t.Id == term.Id))
            {
                errors.Add(PolicyErrorCodes.DuplicateId, line.PlaceOf("id"), $"`{term.Id}` stands here twice");
                continue;
            }

            if (terms.Find(t => Overlap(t, term)) is { } other)
            {
                errors.Add(PolicyErrorCodes.DuplicateId, line.Place, $"`{term.Id}` and `{other.Id}` govern the same records in the same profile");
                continue;
            }

            terms.Add(term);
        }

        map.Done();
        return new RetentionSchedule([.. terms], profiles);
    }

    /// <summary>The covenant's <c>retention</c>: a shorter term per row, in months by row id. A longer one, and a shorter one where the law asks for at least the term, are errors.</summary>
    public static ImmutableDictionary<string, int> Narrowing(YamlMap covenant, RetentionSchedule schedule, PolicyErrorList errors)
    {
        var months = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var line in covenant.Maps("retention"))
        {
            var id = line.Code("id", [.. schedule.Terms.Select(static t => t.Id)], "row of `retention.yaml`");
            var term = Months(line, errors);
            _ = line.Text("note", required: false);
            line.Done();
            if (id is null || term is null)
            {
                continue;
            }

            var statute = schedule.Terms.First(t => t.Id == id);
            if (term > statute.Months)
            {
                errors.Add(PolicyErrorCodes.RetentionTerm, line.Place, $"`{id}` keeps {statute.Months} months and the covenant {term}: a covenant may only shorten");
            }
            else if (statute.IsLeast && term < statute.Months)
            {
                errors.Add(PolicyErrorCodes.RetentionTerm, line.Place, $"`{id}` keeps at least {statute.Months} months by law: the covenant cannot shorten it to {term}");
            }
            else if (!months.TryAdd(id, term.Value))
            {
                errors.Add(PolicyErrorCodes.DuplicateId, line.PlaceOf("id"), $"`{id}` stands here twice");
            }
        }

        return months.ToImmutable();
    }

    private static RetentionTerm? Term(
        YamlMap line, ImmutableArray<Profile> profiles, IReadOnlyCollection<string> kinds, FrozenDictionary<(string Bwb, string Article, DateOnly Text), LawReference> laws, PolicyErrorList errors)
    {
        var id = line.Word("id");
        var title = line.Text("title");
        var record = line.Code("record", Records, "class of records");
        var parties = line.Codes("parties", kinds, "kind of party");
        var mask = ProfileRange.Read(line, profiles, errors);
        var months = Months(line, errors);
        var (least, review) = (line.Flag("least"), line.Flag("review"));
        var mark = line.Code("mark", Marks, "mark");
        _ = line.Text("note", required: false);

        // A term that no article gives is marked as what it is; any other names its article.
        var sources = line.Has("sources") || mark != "derived" ? SourcesList.Read(line, laws, errors) : [];
        line.Done();
        if (id is not null && !YamlWords.IsRuleId(id.Value))
        {
            errors.Add(PolicyErrorCodes.WrongShape, id.Place, "an id has letters, digits, hyphens and points");
            return null;
        }

        // A kind that is not known must not make the row one for every kind.
        if (line.Has("parties") && parties.Count == 0)
        {
            return null;
        }

        return id is null || title is null || record is null || months is null || mark is null ? null : new RetentionTerm
        {
            Id = id.Value,
            Title = title,
            Record = record,
            Parties = [.. parties.Select(static p => new PartyKind(p.Value))],
            Months = months.Value,
            IsLeast = least,
            NeedsReview = review,
            IsDerived = mark == "derived",
            Sources = sources,
            Profiles = mask,
        };
    }

    private static int? Months(YamlMap line, PolicyErrorList errors)
    {
        var years = line.Number("years", 0, MaxYears);
        var months = line.Number("months", 1, MaxYears * 12);
        if ((line.Has("years"), line.Has("months")) is (true, true) or (false, false))
        {
            errors.Add(PolicyErrorCodes.MissingKey, line.Place, "a term is either `years` or `months`");
            return null;
        }

        if (years == 0)
        {
            errors.Add(PolicyErrorCodes.WrongShape, line.PlaceOf("years"), "a term of no time keeps nothing: use `months`");
            return null;
        }

        return years * 12 ?? months;
    }

    private static bool Overlap(RetentionTerm one, RetentionTerm other) => one.Record == other.Record && (one.Profiles & other.Profiles) != 0
        && (one.Parties.IsEmpty ? other.Parties.IsEmpty : one.Parties.Any(other.Parties.Contains));
}
