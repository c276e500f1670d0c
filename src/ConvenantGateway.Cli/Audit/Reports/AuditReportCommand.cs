using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Policy;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit;

/// <summary>
/// <c>audit report</c>: the draft of a person report. It is a draft until two officers released it on the console. It is itself a record, durable before the draft is given out, whether the gateway runs or not.
/// Exit code 0 written, 1 could not run (the record could not be written, and then nothing is given out), 2 the request may not be granted (the refusal is written), 3 invalid input. No value of a person stands in a message.
/// </summary>
internal static class AuditReportCommand
{
    /// <summary>What every draft says first.</summary>
    public const string Draft = "CONCEPT: geldt pas als twee functionarissen het op de console hebben vrijgegeven";

    private const int MostInput = 64 * 1024;

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var person = new Option<string>("--person") { Description = "a JSON file {family, given, birthDate, gender}, or - for standard input", Required = true };
        var viewer = new Option<string>("--viewer") { Description = "the organisation that answers", Required = true };
        var applicant = new Option<string>("--for") { Description = "self or representative", Required = true };
        var request = new Option<string?>("--request") { Description = "a JSON file with the circumstances; without it nothing is taken as established" };
        var output = new Option<string?>("--out") { Description = "the file to write; must not exist; without it standard output" };
        var format = new Option<string>("--format") { Description = "text, json or html", DefaultValueFactory = static _ => "text" };
        var database = new Option<string>("--database") { Description = AuditCommands.DatabaseHelp, DefaultValueFactory = static _ => AuditCommands.DefaultDatabase };
        var policies = new Option<DirectoryInfo>("--policies") { Description = "policy root", DefaultValueFactory = static _ => new DirectoryInfo("policies") };
        var covenant = new Option<string>("--covenant") { Description = "covenant id", DefaultValueFactory = static _ => PolicyOptions.DefaultCovenant };
        var state = AuditCommands.State();
        var command = new Command("report", "compose the draft of a person report (inzage)") { person, viewer, applicant, request, output, format, database, policies, covenant, state };
        command.SetAction((parsed, cancellation) => RunAsync(
            new AuditReportOptions(
                parsed.GetValue(person)!, parsed.GetValue(viewer)!, parsed.GetValue(applicant)!, parsed.GetValue(request), parsed.GetValue(output), parsed.GetValue(format)!,
                parsed.GetValue(database)!, parsed.GetValue(policies)!, parsed.GetValue(covenant)!, parsed.GetValue(state)!),
            TimeProvider.System, Console.In, Console.Out, Console.Error, cancellation));
        return command;
    }

    /// <summary>Runs it.</summary>
    /// <param name="options">What was asked.</param>
    /// <param name="time">The clock.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<int> RunAsync(
        AuditReportOptions options, TimeProvider time, TextReader input, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            var now = time.GetUtcNow();
            var snapshot = Snapshot(options, now);
            if (options.Format is not ("text" or "json" or "html") || options.Applicant is not ("self" or "representative"))
            {
                return Invalid(error, "`--format` is text, json or html; `--for` is self or representative");
            }

            if (!PartnerId.TryParse(options.Viewer, out var viewer) || !snapshot.Partners.TryGetValue(viewer, out var partner))
            {
                return Invalid(error, "`--viewer` is not a partner of the covenant");
            }

            using var log = LogDatabase.Open(options.Database);
            var place = UsePlace.Of(options.Database, options.State, log);
            using var views = log.OpenViews(place.KeysPath, time);
            if (views.Handles(partner.Region) is not { } handles)
            {
                return Invalid(error, "`keys.db` has no key of the region");
            }

            var person = Read(await TextAsync(options.Person, input, cancellation), ReportInput.Default.ReportPerson);
            var circumstances = options.Request is null ? new ReportCircumstances() : Read(await TextAsync(options.Request, input, cancellation), ReportInput.Default.ReportCircumstances);
            if (Request(options, person, circumstances, handles, snapshot, now) is not { } request)
            {
                return Invalid(error, "the person, or the representative, needs a family name and a full birth date");
            }

            var report = views.Knows(viewer.Value)
                ? await new PersonReportReader((whose, query, _) => new(views.List(whose, query))).ComposeAsync(request, snapshot, now, cancellation)
                : PersonReportComposer.Compose(request, [], [], snapshot, now);
            using var withheld = WithheldOutput.Take(options.Out ?? "-", output);
            await withheld.Text.WriteAsync(Text(options, report));
            UseRecord.Make(place, log.OwnKey, Use(request, report, now, withheld.Seal()), time, error);
            withheld.Release();
            await error.WriteLineAsync($"note: {Draft}");
            return report.Entitlement.IsRefused ? ExitCode.No : ExitCode.Yes;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            // What a parser says of a file may quote it.
            return Invalid(error, e is JsonException ? "`--person` or `--request` is not the JSON that is asked" : e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or AuditUnavailableException)
        {
            await error.WriteLineAsync($"error: {e.Message}");
            return ExitCode.CouldNotRun;
        }
    }

    private static PolicySnapshot Snapshot(AuditReportOptions options, DateTimeOffset now)
    {
        var result = PolicyLoader.Load(PolicyDirectory.Read(options.Policies), new PolicyLoadOptions { Covenant = options.Covenant, Anchors = [], Now = now, AllowReenactment = true, AssumeSigned = true });
        return result.Snapshot ?? throw new InvalidDataException("the policies do not load: run `policy check`");
    }

    private static PersonReportRequest? Request(
        AuditReportOptions options, ReportPerson person, ReportCircumstances said, IPersonHandles handles, PolicySnapshot snapshot, DateTimeOffset now)
    {
        var isRepresented = options.Applicant == "representative";
        var representative = isRepresented && said.Representative is { } other ? handles.HandleOf(other.Traits) : null;
        if (handles.HandleOf(person.Traits) is not { } handle || (isRepresented && said.Representative is not null && representative is null))
        {
            return null;
        }

        var lawDate = snapshot.LawDateAt(now);
        var born = DateOnly.ParseExact(person.BirthDate!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new PersonReportRequest
        {
            Id = Guid.CreateVersion7(now),
            Viewer = options.Viewer,
            Received = said.Received is { } day ? new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero) : now,
            LawDate = lawDate,
            Person = handle.Hex,
            Age = lawDate.Year - born.Year - (lawDate < born.AddYears(lawDate.Year - born.Year) ? 1 : 0),
            Applicant = isRepresented ? ReportApplicant.Vertegenwoordiger : ReportApplicant.Betrokkene,
            Identity = said.Identity,
            Rol = said.Rol,
            IsOnderCuratele = said.OnderCuratele,
            HasMentor = said.HasMentor,
            CanWeigh = said.CanWeigh,
            Capacity = said.Capacity,
            Authority = said.Authority,
            Representative = representative?.Hex ?? "",
            RepresentativeIsSuspect = said.RepresentativeIsSuspect,
            InterestOpposes = said.InterestOpposes,
        };
    }

    // The same fields as the console's record of a request: codes, nothing of the person's file.
    private static SpooledReport Use(PersonReportRequest request, PersonReport report, DateTimeOffset now, string digest) => new(
        request.Id, now, request.Viewer, Environment.UserName, [.. request.Persons.Select(static p => Convert.ToHexStringLower(p.Span))], report.Entitlement.IsRefused,
        [
            new("applicant", request.Applicant.ToString().ToLowerInvariant()),
            new("capacity", request.Capacity.ToString().ToLowerInvariant()),
            new("identity", request.Identity.ToString().ToLowerInvariant()),
            new("vertegenwoordiger-is-vermoedelijke-pleger", request.RepresentativeIsSuspect || report.Entitlement.NeedsMotivation ? "ja" : "nee"),
            new("article", report.Document.RefusedUnder.Length > 0 ? report.Document.RefusedUnder : string.Join("; ", report.Judgement.Articles)),
        ],
        report.Digest, report.JudgementDigest, digest);

    private static async Task<string> TextAsync(string path, TextReader input, CancellationToken cancellation)
    {
        var text = path == "-" ? await input.ReadToEndAsync(cancellation) : await File.ReadAllTextAsync(path, cancellation);
        return text.Length <= MostInput ? text : throw new InvalidDataException("`--person` or `--request` is longer than 64 KiB");
    }

    private static T Read<T>(string json, JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(json, type) ?? throw new JsonException();

    private static string Text(AuditReportOptions options, PersonReport report) => options.Format switch
    {
        "json" => Encoding.UTF8.GetString(ReportJson.Write(report.Document)) + "\n",
        "html" => ReportHtml.Write(report.Document, Draft),
        _ => $"{Draft}\n\n{ReportPlainText.Write(report.Document)}",
    };

    private static int Invalid(TextWriter error, string message)
    {
        error.WriteLine($"error: {message}");
        return ExitCode.InvalidInput;
    }
}
