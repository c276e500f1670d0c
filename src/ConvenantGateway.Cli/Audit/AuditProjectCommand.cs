using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Policy;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit;

/// <summary>
/// <c>audit project --viewer ID --format FORMAT --from DATE --until DATE --out FILE|-</c>: an organisation's own records as NEN 7513 lines or as the police protocol (docs/projections.md). Days are Dutch days, both
/// included. It is itself a record, durable before a line is given out. Exit code 0 written, 1 could not run (the record could not be written, and then nothing is given out), 3 invalid input; a projection that the
/// organisation's kind does not have is invalid input.
/// </summary>
internal static class AuditProjectCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var viewer = new Option<string>("--viewer") { Description = "whose records: a partner id", Required = true };
        var format = new Option<string>("--format") { Description = string.Join(", ", ProjectionFormat.All.Select(static f => f.Name)), Required = true };
        var from = new Option<string>("--from") { Description = "the first day, yyyy-mm-dd, Dutch time", Required = true };
        var until = new Option<string>("--until") { Description = "the last day, yyyy-mm-dd, Dutch time", Required = true };
        var output = new Option<string>("--out") { Description = "the file to write, which must not exist; `-` for standard output", Required = true };
        var database = new Option<string>("--database") { Description = AuditCommands.DatabaseHelp, DefaultValueFactory = static _ => AuditCommands.DefaultDatabase };
        var policies = new Option<string>("--policies") { Description = "policy root: names of organisations, purposes and categories", DefaultValueFactory = static _ => "policies" };
        var covenant = new Option<string>("--covenant") { Description = "covenant id", DefaultValueFactory = static _ => PolicyOptions.DefaultCovenant };
        var state = AuditCommands.State();
        var command = new Command("project", "write an organisation's own records as NEN 7513 lines or as the police protocol") { viewer, format, from, until, output, database, policies, covenant, state };
        command.SetAction(parsed => Run(
            new ProjectionOrder(parsed.GetValue(viewer)!, parsed.GetValue(format)!, parsed.GetValue(from)!, parsed.GetValue(until)!, parsed.GetValue(output)!),
            new ProjectionSources(parsed.GetValue(database)!, parsed.GetValue(policies)!, parsed.GetValue(covenant)!, parsed.GetValue(state)!),
            TimeProvider.System,
            Console.Out,
            Console.Error));
        return command;
    }

    /// <summary>Runs it.</summary>
    public static int Run(ProjectionOrder order, ProjectionSources sources, TimeProvider time, TextWriter output, TextWriter error)
    {
        try
        {
            if (Read(order, out var from, out var until, out var format) is { } wrong)
            {
                error.WriteLine($"error: {wrong}");
                return ExitCode.InvalidInput;
            }

            var set = PolicySet.Load(PolicyDirectory.Read(new DirectoryInfo(sources.Policies)), sources.Covenant);
            if (set.Snapshot is not { } snapshot)
            {
                error.WriteLine($"error: {set.Errors[0]}");
                return ExitCode.InvalidInput;
            }

            // An unknown organisation, and one that does not have this projection, are told alike.
            if (!PartnerId.TryParse(order.Viewer, out var viewer) || !snapshot.Partners.TryGetValue(viewer, out var partner) || !format.IsFor(partner.Kind.Code))
            {
                error.WriteLine($"error: there is no `{format.Name}` of `{order.Viewer}`");
                return ExitCode.InvalidInput;
            }

            Give(order, sources, snapshot, format, (from, until), time, output, error);
            return ExitCode.Yes;
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            error.WriteLine($"error: {e.Message}");
            return ExitCode.InvalidInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or AuditUnavailableException)
        {
            error.WriteLine($"error: {e.Message}");
            return ExitCode.CouldNotRun;
        }
    }

    private static void Give(
        ProjectionOrder order, ProjectionSources sources, PolicySnapshot snapshot, ProjectionFormat format, (DateOnly From, DateOnly Until) days, TimeProvider time, TextWriter output, TextWriter error)
    {
        using var log = LogDatabase.Open(sources.Database);
        var place = UsePlace.Of(sources.Database, sources.State, log);
        using var withheld = WithheldOutput.Take(order.Output, output, format.IsCsv);
        int rows;
        using (var views = log.OpenViews(place.KeysPath, time))
        {
            rows = Write(withheld.Text, views, format, order.Viewer, days, new ProjectionWords(log.OwnKey.Split('+')[0], snapshot));
        }

        var now = time.GetUtcNow();
        var use = new SpooledProjection(Guid.CreateVersion7(now), now, order.Viewer, Environment.UserName, format.Name, days.From, days.Until, rows, withheld.Seal());
        UseRecord.Make(place, log.OwnKey, use, time, error);
        withheld.Release();
        error.WriteLine($"{order.Output}: {rows} lines of `{order.Viewer}`");
    }

    private static int Write(TextWriter text, LogViews views, ProjectionFormat format, string viewer, (DateOnly From, DateOnly Until) days, ProjectionWords words)
    {
        var writer = new ProjectionWriter(text, format, viewer, words);
        writer.Begin();
        long? before = null;
        while (true)
        {
            var query = new RecordQuery { Types = format.Table.Types, From = DutchTime.StartOf(days.From), Until = DutchTime.EndOf(days.Until), Before = before, Limit = ProjectionReading.PageSize };
            var page = views.List(viewer, query);
            foreach (var record in page)
            {
                writer.Write(record);
            }

            if (page.Count < ProjectionReading.PageSize)
            {
                return writer.Rows;
            }

            before = page[^1].Index;
        }
    }

    private static string? Read(ProjectionOrder order, out DateOnly from, out DateOnly until, out ProjectionFormat format)
    {
        (from, until) = (default, default);
        format = ProjectionFormat.Find(order.Format)!;
        if (format is null)
        {
            return $"`--format` is not one of {string.Join(", ", ProjectionFormat.All.Select(static f => f.Name))}";
        }

        return !Day(order.From, out from) ? "`--from` is not a day, yyyy-mm-dd"
            : !Day(order.Until, out until) ? "`--until` is not a day, yyyy-mm-dd"
            : until < from ? "`--until` is before `--from`"
            : null;
    }

    private static bool Day(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day > DateOnly.MinValue;
}
