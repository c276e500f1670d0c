namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>Walks through the repository's own plans.</summary>
internal static class Walks
{
    /// <summary>What the class fixture <see cref="LoadedGuide"/> loads.</summary>
    public static WegwijzerGuide Guide { get; private set; } = WegwijzerGuide.Empty;

    public static void Load() => Guide = PolicyRoot.Load(PolicyRoot.Wbp).Wegwijzer;

    public static WegwijzerCase Case(string recipient, string purpose, string date) =>
        new(new PartyKind(recipient), new Purpose(purpose), DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));

    public static WegwijzerRun Start(string group, string recipient, string purpose, string date) =>
        WegwijzerRun.Start(Guide, Guide.Plans[group], Case(recipient, purpose, date));

    /// <summary>Answers of the form <c>W1=nee W4=geweigerd</c>; a text is given where one is asked.</summary>
    public static WegwijzerRun Answer(this WegwijzerRun run, string answers)
    {
        foreach (var one in answers.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = one.Split('=');
            Assert.Equal(run.Current?.Id, parts[0]);
            run = run.Give(parts[1]);
        }

        return run;
    }

    public static WegwijzerRun Give(this WegwijzerRun run, string answer)
    {
        var text = run.Current!.Find(answer)!.NeedsText ? $"reden bij {run.Current.Id}" : "";
        var (next, fault) = run.Answer(new WegwijzerReply(run.Current.Id, answer, text));
        Assert.Equal(WegwijzerFault.None, fault);
        return next;
    }

    /// <summary>Every case in which the facts of a plan differ, one of each.</summary>
    public static IEnumerable<WegwijzerCase> Cases(WegwijzerPlan plan, PolicySnapshot snapshot, IEnumerable<string> recipients)
    {
        var guards = plan.Steps.SelectMany(static s => s.Answers).Select(static a => a.When).OfType<WegwijzerGuard>().Select(static g => g with { Given = [] }).ToList();
        DateOnly[] dates = [new(2007, 6, 25), new(2008, 1, 1), new(2009, 1, 1), new(2012, 2, 9), new(2013, 6, 30), new(2013, 7, 1), new(2014, 12, 31), new(2015, 1, 1), new(2018, 5, 24), new(2018, 5, 25), new(2026, 1, 1)];
        return
            from recipient in recipients
            from purpose in snapshot.Purposes.Keys.Order(StringComparer.Ordinal)
            from date in dates
            let asked = new WegwijzerCase(new PartyKind(recipient), new Purpose(purpose), date)
            group asked by string.Concat(guards.Select(g => g.Holds(asked, []) ? '1' : '0')) into alike
            select alike.First();
    }

    /// <summary>Every way to an outcome.</summary>
    public static IEnumerable<WegwijzerRun> Ends(WegwijzerRun run) =>
        run.Current is null ? [run] : run.Current.Answers.SelectMany(a => Ends(run.Give(a.Id)));
}
