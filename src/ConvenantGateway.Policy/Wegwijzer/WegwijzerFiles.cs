using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>wegwijzer/*.yaml</c>: the outcomes, then the plan of each group.</summary>
internal sealed class WegwijzerFiles(PolicyFiles files, Vocabulary words, PolicyErrorList errors)
{
    /// <summary>Where the plans lie.</summary>
    public const string Folder = "wegwijzer/";

    /// <summary>What the plans come out at.</summary>
    public const string OutcomesPath = Folder + "outcomes.yaml";

    /// <summary>All plans; what is wrong is in the errors.</summary>
    public WegwijzerGuide Read()
    {
        if (!files.Under(Folder).Any())
        {
            return WegwijzerGuide.Empty;
        }

        var (notice, english, outcomes) = Outcomes();
        var plans = new Dictionary<string, WegwijzerPlan>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, bytes) in files.Under(Folder).Where(static f => f.Path != OutcomesPath))
        {
            if (YamlMap.Root(path, bytes, errors) is { } map && Plan(path, map, taken) is { } plan)
            {
                plans[plan.Group] = plan;
            }
        }

        return new WegwijzerGuide
        {
            Notice = notice,
            NoticeEnglish = english,
            Plans = plans.ToFrozenDictionary(StringComparer.Ordinal),
            Outcomes = outcomes,
            Digest = Manifest.OfWegwijzer(files),
        };
    }

    private (string Notice, string English, FrozenDictionary<string, WegwijzerOutcome> Outcomes) Outcomes()
    {
        var outcomes = new Dictionary<string, WegwijzerOutcome>(StringComparer.Ordinal);
        if (!files.Files.TryGetValue(OutcomesPath, out var bytes))
        {
            errors.Add(PolicyErrorCodes.UnknownFile, Place.Whole(OutcomesPath), "this file must be there");
            return ("", "", outcomes.ToFrozenDictionary(StringComparer.Ordinal));
        }

        if (YamlMap.Root(OutcomesPath, bytes, errors) is not { } map)
        {
            return ("", "", outcomes.ToFrozenDictionary(StringComparer.Ordinal));
        }

        var notice = map.Text("notice") ?? "";
        var english = map.Text("notice-english") ?? "";
        foreach (var line in map.Maps("outcomes", required: true))
        {
            var code = line.Code("code", WegwijzerWords.Outcomes, "outcome");
            var outcome = new WegwijzerOutcome(
                code ?? "", line.Text("title") ?? "", line.Text("english") ?? "", line.Text("advice") ?? "", line.Text("advice-english") ?? "", Grounds(line, required: true));
            line.Done();
            if (code is null)
            {
                continue;
            }

            if (!outcomes.TryAdd(code, outcome))
            {
                errors.Add(PolicyErrorCodes.DuplicateId, line.PlaceOf("code"), $"`{code}` stands here twice");
            }

            if (outcome.Grounds.IsEmpty != WegwijzerWords.Advising.Contains(code, StringComparer.Ordinal))
            {
                errors.Add(PolicyErrorCodes.WegwijzerGround, line.PlaceOf("grounds"), outcome.Grounds.IsEmpty ? $"`{code}` serves at least one ground" : $"`{code}` advises and serves no ground");
            }
        }

        map.Done();
        foreach (var code in WegwijzerWords.Outcomes.Where(c => !outcomes.ContainsKey(c)))
        {
            errors.Add(PolicyErrorCodes.MissingKey, Place.Whole(OutcomesPath), $"the outcome `{code}` is missing");
        }

        return (notice, english, outcomes.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private WegwijzerPlan? Plan(string path, YamlMap map, HashSet<string> taken)
    {
        var group = map.Word("group");
        var title = map.Text("title");
        var english = map.Text("english");
        var kinds = map.Codes("kinds", words.Kinds.Keys, "kind of party", required: true);
        var start = map.Word("start");
        var reader = new WegwijzerStepReader(words, errors, Grounds);
        var lines = map.Maps("steps", required: true).Select(reader.Read).OfType<WegwijzerLine>().ToList();
        map.Done();
        foreach (var kind in kinds.Where(k => !taken.Add(k.Value)))
        {
            errors.Add(PolicyErrorCodes.DuplicateId, kind.Place, $"`{kind.Value}` has a plan already");
        }

        if (group is not null && path != $"{Folder}{group.Value}.yaml")
        {
            errors.Add(PolicyErrorCodes.NameMismatch, group.Place, $"the file of `{group.Value}` must be called `{group.Value}.yaml`");
        }

        foreach (var twice in lines.GroupBy(static l => l.Step.Id, StringComparer.Ordinal).SelectMany(static g => g.Skip(1)))
        {
            errors.Add(PolicyErrorCodes.DuplicateId, twice.Place, $"the step `{twice.Step.Id}` stands here twice");
        }

        if (group is null || title is null || english is null || start is null)
        {
            return null;
        }

        return new WegwijzerShape(lines, errors).IsWhole(start)
            ? new WegwijzerPlan(group.Value, title, english, [.. kinds.Select(static k => new PartyKind(k.Value))], start.Value, [.. lines.Select(static l => l.Step)])
            : null;
    }

    private ImmutableArray<Ground> Grounds(YamlMap line, bool required) =>
        [.. line.Codes("grounds", words.Grounds.Keys, "ground", required).Select(static w => new Ground(w.Value))];
}
