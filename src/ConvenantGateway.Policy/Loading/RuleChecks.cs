namespace ConvenantGateway.Policy;

/// <summary>What a rule must be whatever the law says: complete, no pull from police, no secret data pulled without consent.</summary>
internal static class RuleChecks
{
    private const string Police = "POL";
    private const string StructuralProvision = "G-WPG18";
    private static readonly string[] PullGrounds = ["G-DIRECT", "G-CONSENT"];

    public static void Check(Rule rule, Vocabulary words, PolicyErrorList errors)
    {
        if (rule.IsProhibition)
        {
            Prohibition(rule, errors);
            return;
        }

        Grounds(rule, words, errors);
        if (rule.Grounds.IsEmpty)
        {
            errors.Add(PolicyErrorCodes.RuleIncomplete, rule.Place, $"rule `{rule.Id}` has no ground");
        }

        if (rule.Release.IsEmpty)
        {
            errors.Add(PolicyErrorCodes.RuleIncomplete, rule.Place, $"rule `{rule.Id}` releases nothing", "a row that denies is `prohibit: true`");
        }

        if (rule.Released.Overlaps(rule.Never))
        {
            errors.Add(PolicyErrorCodes.NeverReleased, rule.Place, $"rule `{rule.Id}` releases `{rule.Released & rule.Never}` and lists it under `never`");
        }

        if (rule.By.Any(b => b != Initiative.Push))
        {
            Pull(rule, words, errors);
        }
        else if (rule.Holder != RuleHolder.None)
        {
            errors.Add(PolicyErrorCodes.RuleIncomplete, rule.Place, $"rule `{rule.Id}` is a push and has no holder to answer");
        }
    }

    /// <summary>A ground exists in a profile and for a party; Wpg 18 goes to whom the Bpg designates then.</summary>
    private static void Grounds(Rule rule, Vocabulary words, PolicyErrorList errors)
    {
        foreach (var ground in rule.Grounds.Select(g => words.Grounds[g]))
        {
            var gone = Enumerable.Range(0, words.Profiles.Length).Where(i => (rule.Profiles >> i & 1) == 1 && (ground.Profiles >> i & 1) == 0).Select(i => words.Profiles[i].Code).ToList();
            if (gone.Count > 0)
            {
                errors.Add(PolicyErrorCodes.GroundNotThere, rule.Place, $"rule `{rule.Id}` rests on `{ground.Ground.Code}` in {string.Join(", ", gone)}, where it does not exist", "narrow `profiles`");
            }

            var strangers = ground.UsedBy.IsEmpty ? [] : rule.From.Except(ground.UsedBy, StringComparer.Ordinal).ToList();
            if (strangers.Count > 0)
            {
                errors.Add(PolicyErrorCodes.GroundNotThere, rule.Place, $"rule `{rule.Id}` lets {string.Join(", ", strangers)} rely on `{ground.Ground.Code}`, which is for {string.Join(", ", ground.UsedBy)}");
            }
        }

        if (rule.Grounds.Contains(StructuralProvision, StringComparer.Ordinal) && rule.From.Contains(Police, StringComparer.Ordinal))
        {
            Designations(rule, words, errors);
        }
    }

    private static void Designations(Rule rule, Vocabulary words, PolicyErrorList errors)
    {
        foreach (var kind in rule.To.Select(k => words.Kinds[k]))
        {
            var undesignated = Enumerable.Range(0, words.Profiles.Length)
                .Where(i => (rule.Profiles >> i & 1) == 1 && kind.ExistsAt(words.Profiles[i].From) && !kind.IsDesignatedAt(words.Profiles[i].From))
                .Select(i => words.Profiles[i].Code).ToList();
            if (undesignated.Count > 0)
            {
                errors.Add(PolicyErrorCodes.NotDesignated, rule.Place, $"rule `{rule.Id}` provides structurally (Wpg 18) to {kind.Kind.Code}, which the Bpg does not designate in {string.Join(", ", undesignated)}");
            }
        }
    }

    private static void Pull(Rule rule, Vocabulary words, PolicyErrorList errors)
    {
        if (rule.From.Contains(Police, StringComparer.Ordinal) || (rule.IsQuestion && rule.To.Contains(Police, StringComparer.Ordinal)))
        {
            errors.Add(PolicyErrorCodes.PolicePull, rule.Place, $"rule `{rule.Id}` lets police data be pulled; police only push (Wpg 23(2), Bpg 4:6)", "use `by: push`");
        }

        // The graded status answer is D19 at levels; it is not a pull of content and has its own rule (domain.md WF5, 10.1).
        var status = rule.By.All(b => b == Initiative.Status) ? CategorySet.Of(19) : default;
        if ((rule.Released - status).Overlaps(words.Secret) && rule.Grounds.Except(PullGrounds, StringComparer.Ordinal).Any())
        {
            errors.Add(PolicyErrorCodes.PullTooWide, rule.Place, $"rule `{rule.Id}` lets `{(rule.Released - status) & words.Secret}` be pulled; H3 data may be pulled only under G-DIRECT or G-CONSENT");
        }

        if (rule.Holder == RuleHolder.Standing && !rule.Evidence.HasFlag(Evidence.StandingPermission))
        {
            errors.Add(PolicyErrorCodes.RuleIncomplete, rule.Place, $"rule `{rule.Id}` is answered by machine and must demand `standing-permission`");
        }
    }

    private static void Prohibition(Rule rule, PolicyErrorList errors)
    {
        if (!rule.Release.IsEmpty || rule.Evidence != Evidence.None || rule.Holder != RuleHolder.None)
        {
            errors.Add(PolicyErrorCodes.RuleIncomplete, rule.Place, $"rule `{rule.Id}` denies and can release or demand nothing");
        }

        if (rule.PriorInvestigation is not null || rule.IsEmergency || rule.Onward != DataOrigins.None || rule.WarnWithout != Evidence.None)
        {
            errors.Add(PolicyErrorCodes.RuleIncomplete, rule.Place, $"rule `{rule.Id}` denies always: `voorafgaandOnderzoek`, `emergency`, `onward` and `warn-without` are for rules that permit");
        }
    }
}
