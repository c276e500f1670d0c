using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads one step of a plan, with its answers, guards and sources.</summary>
internal sealed class WegwijzerStepReader(Vocabulary words, PolicyErrorList errors, Func<YamlMap, bool, ImmutableArray<Ground>> grounds)
{
    private static readonly string[] YesNo = ["ja", "nee"];

    /// <summary>The step; null with the errors reported if it has no id or no kind.</summary>
    public WegwijzerLine? Read(YamlMap line)
    {
        var id = line.Text("id");
        var kind = WegwijzerWords.Kind(line.Code("kind", WegwijzerWords.Kinds, "kind of step"));
        var question = line.Text("question");
        var english = line.Text("english");
        var help = line.Text("help", required: false);
        var helpEnglish = line.Text("help-english", required: help is not null);
        var states = line.Codes("states", WegwijzerWords.Statements, "statement");
        var criterion = line.Number("criterion", 1, WegwijzerWords.Criteria);
        var mark = line.Code("mark", WegwijzerWords.Marks, "mark");
        var sources = Sources(line);
        var next = new List<Place>();
        var given = new List<Place>();
        var answers = line.Maps("answers", required: true).Select(a => Answer(a, kind, next, given)).OfType<WegwijzerAnswer>().ToImmutableArray();
        line.Done();
        if (id is null || kind == WegwijzerStepKind.None)
        {
            return null;
        }

        CheckAnswers(line, id, kind, answers);
        return new WegwijzerLine(
            new WegwijzerStep
            {
                Id = id,
                Kind = kind,
                Question = question ?? "",
                English = english ?? "",
                Help = help ?? "",
                HelpEnglish = helpEnglish ?? "",
                Criterion = criterion ?? 0,
                States = WegwijzerWords.Weighing(states),
                Shows = WegwijzerWords.Shows(states),
                Answers = answers,
                Sources = sources,
                IsDerived = mark != "sourced",
            },
            line.Place, next, given);
    }

    private WegwijzerAnswer? Answer(YamlMap line, WegwijzerStepKind kind, List<Place> next, List<Place> given)
    {
        var id = line.Text("answer");
        var label = line.Text("label", required: kind != WegwijzerStepKind.YesNo);
        var english = line.Text("english", required: label is not null);
        var goes = line.Word("next");
        var advice = line.Text("advice", required: false);
        var adviceEnglish = line.Text("advice-english", required: advice is not null);
        var answer = new WegwijzerAnswer
        {
            Id = id ?? "",
            Label = label ?? id ?? "",
            English = english ?? (id == "ja" ? "yes" : "no"),
            Next = goes?.Value ?? "",
            NeedsText = line.Flag("text"),
            Grounds = grounds(line, false),
            Advice = advice ?? "",
            AdviceEnglish = adviceEnglish ?? "",
            When = kind == WegwijzerStepKind.Fact ? Guard(line, given) : null,
        };
        line.Done();
        if (id is null || goes is null)
        {
            return null;
        }

        next.Add(goes.Place);
        return answer;
    }

    private WegwijzerGuard? Guard(YamlMap line, List<Place> places)
    {
        if (line.Map("when") is not { } map)
        {
            return null;
        }

        var recipients = map.Codes("recipient", words.Kinds.Keys, "kind of party");
        var purposes = map.Codes("purpose", words.Purposes.Keys, "purpose");
        var (from, until) = Term(map);
        var given = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var word in map.Words("given"))
        {
            if (word.Value.Split('=') is [{ Length: > 0 } step, { Length: > 0 } answer])
            {
                given.Add((step, answer));
                places.Add(word.Place);
            }
            else
            {
                errors.Add(PolicyErrorCodes.WrongShape, word.Place, "an earlier answer is written as `step=answer`");
            }
        }

        map.Done();
        return new WegwijzerGuard
        {
            Recipients = [.. recipients.Select(static w => new PartyKind(w.Value))],
            Purposes = [.. purposes.Select(static w => new Purpose(w.Value))],
            From = from,
            Until = until,
            Given = given.ToImmutable(),
        };
    }

    private (DateOnly From, DateOnly? Until) Term(YamlMap guard)
    {
        if (guard.Map("profiles") is not { } map)
        {
            return (DateOnly.MinValue, null);
        }

        var codes = words.Profiles.Select(static p => p.Code).ToList();
        var from = map.Code("from", codes, "profile", required: false);
        var until = map.Code("until", codes, "profile", required: false);
        map.Done();
        var first = from is null ? DateOnly.MinValue : words.Profiles[codes.IndexOf(from)].From;
        DateOnly? end = until is null ? null : words.Profiles[codes.IndexOf(until)].From;
        if (end <= first)
        {
            errors.Add(PolicyErrorCodes.WrongShape, map.Place, "no profile lies between `from` and `until`", "`until` is the first profile in which it no longer holds");
        }

        return (first, end);
    }

    private void CheckAnswers(YamlMap line, string id, WegwijzerStepKind kind, ImmutableArray<WegwijzerAnswer> answers)
    {
        var place = line.Has("answers") ? line.PlaceOf("answers") : line.Place;
        foreach (var twice in answers.GroupBy(static a => a.Id, StringComparer.Ordinal).Where(static g => g.Count() > 1))
        {
            errors.Add(PolicyErrorCodes.DuplicateId, place, $"the answer `{twice.Key}` stands twice at `{id}`");
        }

        var problem = kind switch
        {
            WegwijzerStepKind.YesNo when !answers.Select(static a => a.Id).Order(StringComparer.Ordinal).SequenceEqual(YesNo) => "has exactly the answers `ja` and `nee`",
            WegwijzerStepKind.Choice when answers.Length < 2 => "has at least two answers",
            WegwijzerStepKind.Fact when answers.Length < 2 || answers[^1].When is not null || answers.SkipLast(1).Any(static a => a.When is null) => "has `when` at every answer but the last",
            WegwijzerStepKind.Fact when answers.Any(static a => a.NeedsText) => "is answered by no person and takes no text",
            _ => null,
        };
        if (problem is not null)
        {
            errors.Add(PolicyErrorCodes.WegwijzerAnswers, place, $"`{id}` {problem}");
        }
    }

    private ImmutableArray<WegwijzerSource> Sources(YamlMap line)
    {
        var sources = ImmutableArray.CreateBuilder<WegwijzerSource>();
        foreach (var source in line.Maps("sources", required: true))
        {
            if (source.Has("norm"))
            {
                sources.Add(new WegwijzerSource(null, source.Text("norm") ?? ""));
                source.Done();
                continue;
            }

            var law = source.Text("law");
            var article = source.Text("article");
            var text = source.Date("text");
            source.Done();
            if (law is null || article is null || text is null)
            {
                continue;
            }

            if (words.Laws.TryGetValue((law, article, text.Value), out var reference))
            {
                sources.Add(new WegwijzerSource(reference, ""));
                continue;
            }

            var near = words.Laws.Keys.Where(k => k.Bwb == law).Select(static k => $"{k.Article} ({k.Text:yyyy-MM-dd})");
            errors.Add(PolicyErrorCodes.UnknownLaw, source.Place, $"article `{article}` of `{law}` in the text of {text:yyyy-MM-dd} has no entry in law/", Nearest.Suggest($"{article} ({text:yyyy-MM-dd})", near));
        }

        if (sources.Count == 0 && line.Has("sources"))
        {
            errors.Add(PolicyErrorCodes.MissingKey, line.PlaceOf("sources"), "a step rests on at least one article or norm");
        }

        return sources.ToImmutable();
    }
}
