namespace ConvenantGateway.Development.Stories;

/// <summary>
/// Plays the stories of the demo as real clients over mutual TLS against a gateway that serves, and prints what happened. Can be run twice on one database. Thread safe.
/// </summary>
public static class StoryRunner
{
    /// <summary>Plays all chapters; a chapter that fails does not keep the next from playing.</summary>
    /// <returns>True only if everything went as the stories say.</returns>
    /// <exception cref="FileNotFoundException">A development certificate is missing.</exception>
    public static async Task<bool> PlayAsync(StoryOptions options, CancellationToken cancellation = default)
    {
        var report = new StoryReport(options.Output);
        using var stage = new StoryStage(options, report);
        report.Chapter(
            "ConvenantGateway: drie verhalen",
            $"Alles hieronder is verzonnen; geen persoon bestaat. Convenant `{options.Covenant}`, recht van {IsoDate.Of(options.LawDate)}. Elke organisatie roept de gateway aan met haar "
            + "eigen certificaat (wederzijdse TLS), vraagt een token waarin staat waarom en over wie, en stuurt of vraagt daarna gewone FHIR-berichten.");

        await PlayAsync(report, "registers", () => new StoryWorld(stage).SeedAsync(cancellation), cancellation);
        await PlayAsync(report, "verhaal (a)", () => new ReferralStory(stage).PlayAsync(cancellation), cancellation);
        await PlayAsync(report, "verhaal (b)", () => new HospitalStory(stage).PlayAsync(cancellation), cancellation);
        await PlayAsync(report, "verhaal (c)", () => new PoliceStory(stage).PlayAsync(cancellation), cancellation);
        await PlayAsync(report, "verhaal (d)", () => new OfficersStory(stage).PlayAsync(cancellation), cancellation);

        report.Chapter("Slot", $"{report.Checked} verwachtingen van de verhalen nagegaan, {report.Mismatches.Count} niet zoals het verhaal.");
        foreach (var mismatch in report.Mismatches)
        {
            report.Say($"NIET ZOALS HET VERHAAL: {mismatch}");
        }

        report.Say($"De console voor functionarissen en casuswerkers: {options.ConsoleBaseUri} (met hun certificaat uit de map met ontwikkelcertificaten).");
        return report.Mismatches.Count == 0;
    }

    private static async Task PlayAsync(StoryReport report, string name, Func<Task> chapter, CancellationToken cancellation)
    {
        try
        {
            await chapter();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            report.Expect(false, $"{name} kon niet worden gespeeld: {e.GetType().Name}: {e.Message}");
        }
    }
}
