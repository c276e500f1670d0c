namespace ConvenantGateway.Policy;

/// <summary>What a rule must be whatever the law says: complete, no pull from police, no secret data pulled without consent.</summary>
internal static class RuleChecks
{
    private const string Police = "POL";
    private static readonly string[] PullGrounds = ["G-DIRECT", "G-CONSENT"];

    public static void Check(Rule rule, Vocabulary words, PolicyErrorList errors)
    {
        if (rule.IsProhibition)
        {
            Prohibition(rule, errors);
            return;
        }

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
    }
}
