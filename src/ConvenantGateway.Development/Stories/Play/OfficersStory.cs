namespace ConvenantGateway.Development.Stories;

/// <summary>Story (d): who sees what afterwards, and that a changed log is found out.</summary>
internal sealed class OfficersStory(StoryStage stage)
{
    /// <summary>Plays it.</summary>
    public async Task PlayAsync(CancellationToken cancellation)
    {
        var report = stage.Report;
        report.Chapter("(d) Wie ziet achteraf wat", "Elke organisatie heeft een eigen functionaris die alleen de eigen kant van het logboek ziet. De toezichthouder ziet niets zonder een onderzoek.");
        if (stage.Options.Officers is not { } officers)
        {
            report.Say("Niet gespeeld: er is geen console bij deze verhalen.");
            return;
        }

        if (stage.Options.HasVeiligThuis)
        {
            report.Say("Veilig Thuis heeft in deze ontwikkelwereld geen eigen functionaris; de andere organisaties wel.");
        }
        else
        {
            await SeesAsync(officers, "fg-ashg-noord", ["a", "b2", "c"], ["b1", "b3", "b4", "c-held", "c-amk", "c-denied"], cancellation);
        }

        IReadOnlyList<string> police = stage.Options.HasVeiligThuis ? ["c", "c-held", "c-denied"] : ["c", "c-amk", "c-held", "c-denied"];
        await SeesAsync(officers, "fg-ziekenhuis-noord", ["b1", "b2", "b3", "b4"], ["a", "c", "c-held"], cancellation);
        await SeesAsync(officers, "pf-politie-noord", police, ["a", "b1", "b2", "b3", "b4"], cancellation);
        await SupervisorAsync(officers, cancellation);
        await VerifyAsync(officers, cancellation);
    }

    private async Task SeesAsync(IStoryOfficers officers, string officer, IReadOnlyList<string> scenes, IReadOnlyList<string> hidden, CancellationToken cancellation)
    {
        var report = stage.Report;
        report.Request($"{officer} bekijkt het logboek van de eigen organisatie");
        var seen = await officers.SeenByAsync(officer, null, stage.Began, cancellation);
        var ids = seen.Select(static r => r.Transaction).ToHashSet();
        foreach (var scene in scenes)
        {
            report.Expect(stage.Of(scene).Count > 0 && stage.Of(scene).All(ids.Contains), $"{officer} vindt ({scene})");
        }

        foreach (var scene in hidden)
        {
            report.Expect(!stage.Of(scene).Any(ids.Contains), $"{officer} ziet ({scene}) niet");
        }

        report.Say($"ziet: {Words(scenes)}.");
        report.Say($"ziet niet: {Words(hidden)}.");
        foreach (var record in seen.Where(r => scenes.Any(s => stage.Of(s).Contains(r.Transaction))).Take(6))
        {
            report.Say($"logregel: {record.Summary}");
        }

        var closed = await officers.CloseWeekcontroleAsync(officer, cancellation);
        report.Expect(closed is not null, $"{officer} sluit de Weekcontrole af");
        report.Say($"Weekcontrole afgerond door {officer}: {closed}");
    }

    private static string Words(IEnumerable<string> scenes) => string.Join(", ", scenes.Select(static scene => scene switch
    {
        "a" => "(a) de verwijzing",
        "b1" => "(b1) de vraag zonder toestemming",
        "b2" => "(b2) de vraag met toestemming en antwoord",
        "b3" => "(b3) de vragen zonder antwoord",
        "b4" => "(b4) de vraag over de verdachte",
        "c" => "(c) de verwijzing door de politie",
        "c-amk" => "(c) het bericht aan het AMK",
        "c-held" => "(c) het aangehouden bericht",
        "c-denied" => "(c) de geweigerde tegenhanger",
        _ => scene,
    }));

    private async Task SupervisorAsync(IStoryOfficers officers, CancellationToken cancellation)
    {
        const string Supervisor = "toezicht-cbp";
        var report = stage.Report;
        report.Request($"{Supervisor} kijkt, eerst zonder en dan met een onderzoek");
        var before = await officers.SeenByAsync(Supervisor, null, stage.Began, cancellation);
        report.Expect(before.Count == 0, "zonder onderzoeksnummer ziet de toezichthouder niets");
        var number = $"Z-{stage.Options.LawDate.Year}-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}"[..20];
        await officers.OpenInquiryAsync(number, [stage.Centre, "ziekenhuis-noord", "politie-noord"], stage.Began, cancellation);
        var seen = (await officers.SeenByAsync(Supervisor, number, stage.Began, cancellation)).Select(static r => r.Transaction).ToHashSet();
        foreach (var scene in new[] { "a", "b1", "b2", "b3", "b4", "c", "c-held" })
        {
            report.Expect(stage.Of(scene).Count > 0 && stage.Of(scene).All(seen.Contains), $"de toezichthouder vindt ({scene}) onder onderzoek");
        }

        report.Say($"onderzoek {number}: de toezichthouder ziet (a), (b) en (c), zolang het onderzoek loopt.");
    }

    private async Task VerifyAsync(IStoryOfficers officers, CancellationToken cancellation)
    {
        var report = stage.Report;
        report.Request("Het controleerbaar logboek: eerst zoals het is, dan een kopie waarin één byte is veranderd");
        var real = await officers.VerifyLogAsync(cancellation);
        report.Expect(real.IsIntact, "het logboek klopt van het eerste tot het laatste record");
        report.Say($"{real.Records} records nagerekend. {real.Text}");
        var changed = await officers.VerifyChangedCopyAsync(cancellation);
        report.Expect(!changed.IsIntact && changed.ChangedIndex is not null && changed.ChangedIndex == changed.ExpectedIndex, "de controle wijst het veranderde record aan");
        report.Say($"kopie met één veranderde byte in record {changed.ExpectedIndex}: {changed.Text}");
    }
}
