namespace ConvenantGateway.Policy;

/// <summary>Checks a plan as a graph: every step is known and reachable, no way leads back, every way ends in an outcome, and the conflict of duties takes all six criteria.</summary>
internal sealed class WegwijzerShape(List<WegwijzerLine> lines, PolicyErrorList errors)
{
    private readonly Dictionary<string, WegwijzerLine> _lines = lines.DistinctBy(static l => l.Step.Id, StringComparer.Ordinal).ToDictionary(static l => l.Step.Id, StringComparer.Ordinal);

    /// <summary>True if the plan is whole.</summary>
    public bool IsWhole(YamlNode.Scalar start)
    {
        // What stands twice, or has no answers, was told by who read it.
        var isKnown = Known(start.Value, start.Place) & lines.Count == _lines.Count & lines.TrueForAll(static l => !l.Step.Answers.IsEmpty);
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Step.Answers.Length && i < line.Next.Count; i++)
            {
                isKnown &= Known(line.Step.Answers[i].Next, line.Next[i]);
            }
        }

        return isKnown && Reaches(start.Value) && GivenIsEarlier() && ConflictIsWhole(start.Value);
    }

    private bool Known(string id, Place place)
    {
        if (_lines.ContainsKey(id) || WegwijzerWords.Outcomes.Contains(id, StringComparer.Ordinal))
        {
            return true;
        }

        errors.Add(PolicyErrorCodes.WegwijzerUnknownStep, place, $"`{id}` is neither a step here nor an outcome", Nearest.Suggest(id, [.. _lines.Keys, .. WegwijzerWords.Outcomes]));
        return false;
    }

    /// <summary>Depth first: a step met again on its own way is a cycle, one never met is unreachable.</summary>
    private bool Reaches(string start)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var way = new HashSet<string>(StringComparer.Ordinal);
        var isWhole = Visit(start);
        foreach (var line in lines.Where(l => !done.Contains(l.Step.Id)))
        {
            errors.Add(PolicyErrorCodes.WegwijzerUnreachable, line.Place, $"no answer leads to the step `{line.Step.Id}`");
            isWhole = false;
        }

        return isWhole;

        bool Visit(string id)
        {
            if (!_lines.TryGetValue(id, out var line) || done.Contains(id))
            {
                return true;
            }

            way.Add(id);
            var isStraight = true;
            for (var i = 0; i < line.Step.Answers.Length; i++)
            {
                if (way.Contains(line.Step.Answers[i].Next))
                {
                    errors.Add(PolicyErrorCodes.WegwijzerCycle, line.Next[i], $"`{line.Step.Answers[i].Next}` leads back to itself");
                    isStraight = false;
                }
                else
                {
                    isStraight &= Visit(line.Step.Answers[i].Next);
                }
            }

            way.Remove(id);
            done.Add(id);
            return isStraight;
        }
    }

    /// <summary>An earlier answer must be one that a step before this one can have.</summary>
    private bool GivenIsEarlier()
    {
        var isWhole = true;
        foreach (var line in lines)
        {
            var places = new Queue<Place>(line.Given);
            foreach (var (step, answer) in line.Step.Answers.SelectMany(static a => a.When?.Given ?? []))
            {
                var place = places.Dequeue();
                if (!_lines.TryGetValue(step, out var earlier) || earlier.Step.Find(answer) is null)
                {
                    errors.Add(PolicyErrorCodes.WegwijzerUnknownStep, place, $"`{step}={answer}` is no answer here", Nearest.Suggest(step, _lines.Keys));
                    isWhole = false;
                }
                else if (!Leads(step, line.Step.Id))
                {
                    errors.Add(PolicyErrorCodes.WegwijzerUnknownStep, place, $"`{step}` is not asked before `{line.Step.Id}`");
                    isWhole = false;
                }
            }
        }

        return isWhole;
    }

    private bool Leads(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Stack<string>(seen);
        while (open.TryPop(out var id))
        {
            foreach (var answer in _lines.TryGetValue(id, out var line) ? line.Step.Answers : [])
            {
                if (answer.Next == to)
                {
                    return true;
                }

                if (seen.Add(answer.Next))
                {
                    open.Push(answer.Next);
                }
            }
        }

        return false;
    }

    /// <summary>Each criterion takes a text on both answers and stops on <c>nee</c>; whoever comes to the conflict of duties met all six on every way.</summary>
    private bool ConflictIsWhole(string start)
    {
        var isWhole = true;
        foreach (var line in lines.Where(static l => l.Step.Criterion != 0))
        {
            if (line.Step.Kind != WegwijzerStepKind.YesNo || line.Step.Answers.Any(static a => !a.NeedsText) || line.Step.Find("nee")?.Next != WegwijzerWords.Stop)
            {
                errors.Add(PolicyErrorCodes.WegwijzerConflict, line.Place, $"criterion {line.Step.Criterion} asks yes or no with a text, and `nee` leads to `{WegwijzerWords.Stop}`");
                isWhole = false;
            }
        }

        const int All = (1 << WegwijzerWords.Criteria) - 1;
        var seen = new HashSet<(string, int)>();
        var reported = new HashSet<string>(StringComparer.Ordinal);
        Walk(start, 0);
        return isWhole;

        void Walk(string id, int met)
        {
            if (!_lines.TryGetValue(id, out var line) || !seen.Add((id, met)))
            {
                return;
            }

            for (var i = 0; i < line.Step.Answers.Length; i++)
            {
                var answer = line.Step.Answers[i];
                var now = line.Step.Criterion != 0 && answer.Id == "ja" ? met | (1 << (line.Step.Criterion - 1)) : met;
                if (answer.Next == WegwijzerWords.Conflict && now != All && reported.Add(id))
                {
                    errors.Add(PolicyErrorCodes.WegwijzerConflict, line.Next[i], $"`{WegwijzerWords.Conflict}` is reached without all six criteria");
                    isWhole = false;
                }

                Walk(answer.Next, now);
            }
        }
    }
}
