using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit.Erasing;

/// <summary>
/// <c>audit erase --due [--reviewed] [--dry-run]</c> or <c>audit erase --person FILE|- --viewer ID --rule CODE</c>: exit code 0 done or nothing to do, 1 could not run, 2 a hold refuses, 3 invalid
/// input.
/// </summary>
internal static class AuditEraseCommand
{
    private const int PersonsPerOrder = 200;
    private static readonly ImmutableArray<RetentionClass> Both = [RetentionClass.Log, RetentionClass.Dossier];

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var options = OrderOptions.Create();
        var due = new Option<bool>("--due") { Description = "erase everything whose term has passed, by the set in force on the log (`retention.yaml`); what is due is printed first" };
        var reviewed = new Option<bool>("--reviewed") { Description = "also what needs a review at the end of its term: you say that it took place" };
        var dry = new Option<bool>("--dry-run") { Description = "only print" };
        var rule = new Option<string>("--rule") { Description = "under which rule, e.g. `Wbp-36` or `BW-7:455`: a code", DefaultValueFactory = static _ => "" };
        var only = new Option<string?>("--class") { Description = "`log` or `dossier`; default both" };
        var command = options.AddTo(new Command("erase", "erase what the log says of persons, by destroying its keys: the records and their proofs stay") { due, reviewed, dry, rule, only });
        command.SetAction((parsed, cancellation) => OrderRun.GuardAsync(parsed.InvocationConfiguration.Error, () =>
        {
            var input = options.Read(parsed) with { Rule = parsed.GetValue(rule)! };
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(due) == (input.Person is not null))
            {
                throw new FormatException("give either `--due` or `--person`");
            }

            Option[] others = parsed.GetValue(due) ? [rule, only, options.Region, options.Policies, options.Covenant] : [reviewed];
            if (others.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } other)
            {
                throw new FormatException($"`{other.Name}` does not go with `{(parsed.GetValue(due) ? "--due" : "--person")}`");
            }

            return parsed.GetValue(due)
                ? DueAsync(input, parsed.GetValue(reviewed), parsed.GetValue(dry), TimeProvider.System, output, cancellation)
                : PersonAsync(input, parsed.GetValue(only), parsed.GetValue(dry), Console.In, TimeProvider.System, output, cancellation);
        }));
        return command;
    }

    /// <summary>Erases one person.</summary>
    public static async Task<int> PersonAsync(OrderInput input, string? only, bool dry, TextReader standard, TimeProvider time, TextWriter output, CancellationToken cancellation)
    {
        var classes = only is null ? Both : RetentionClassNames.Parse(only) is { } one ? [one] : throw new FormatException("`--class` is `log` or `dossier`");
        if (OrderRun.About(input, LogOrderKind.Erase, classes, OrderRun.Policy(input), standard, time) is not { } order)
        {
            await output.WriteLineAsync("nothing: no such viewer has records about anybody");
            return ExitCode.Yes;
        }

        if (!dry)
        {
            return OrderRun.Print(await OrderRun.CarryOutAsync(input.Node, order, time, cancellation), output);
        }

        using var persons = LogPersons.Open(input.Node.Database, time);
        var kept = persons.Kept().Where(k => order.Persons.Contains(new LogOrderPerson(k.Viewer, k.Person, k.Retention))).ToList();
        var holds = kept.SelectMany(k => persons.Stopping(k, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))).DistinctBy(static h => h.Transaction).ToList();
        foreach (var values in kept)
        {
            await output.WriteLineAsync($"would erase: {Text(values)}");
        }

        foreach (var hold in holds)
        {
            await output.WriteLineAsync($"refused: hold {hold.Transaction:D} of `{hold.Viewer}` for `{hold.Reason}`");
        }

        return holds.Count > 0 ? ExitCode.No : ExitCode.Yes;
    }

    /// <summary>Erases what is due, by the terms of the set that is in force on the log itself: those that the parties signed, and no folder's.</summary>
    /// <exception cref="FormatException">No set was ever activated on it.</exception>
    public static async Task<int> DueAsync(OrderInput input, bool reviewed, bool dry, TimeProvider time, TextWriter output, CancellationToken cancellation)
    {
        var policy = InForce(input.Node);
        var (due, ungoverned) = Find(input, policy, time);
        foreach (var values in due)
        {
            var why = values.Holds is [var hold, ..] ? $"held by {hold.Transaction:D} for `{hold.Reason}`" : values.Term.NeedsReview && !reviewed ? "to be reviewed first" : "due";
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{why}: {Text(values.Values)}, `{values.Term.Id}` ended {values.Ended:yyyy-MM-dd}"));
        }

        var ready = due.Where(d => d.Holds.IsEmpty && (reviewed || !d.Term.NeedsReview)).ToList();
        await output.WriteLineAsync($"{ready.Count} to erase, {due.Count(static d => !d.Holds.IsEmpty)} held, {due.Count(d => d.Holds.IsEmpty && d.Term.NeedsReview && !reviewed)} to be reviewed first, {ungoverned} without a term");
        var code = ExitCode.Yes;
        foreach (var order in dry ? [] : ready.GroupBy(static d => d.Term.Id, StringComparer.Ordinal).SelectMany(g => g.Chunk(PersonsPerOrder).Select(c => Order(input, g.Key, c, time))).ToList())
        {
            code = Math.Max(code, OrderRun.Print(await OrderRun.CarryOutAsync(input.Node, order, time, cancellation), output));
        }

        return code;
    }

    private static ConvenantGateway.Policy.PolicySnapshot InForce(NodePlace node)
    {
        using var sets = StoredPolicySets.Open(node.Database);
        if (sets.Activations is not [.., var newest])
        {
            throw new FormatException("no policy set was ever activated on this log: what is due stands in the set in force");
        }

        var loaded = sets.Load(newest);
        return loaded.Snapshot ?? throw new FormatException($"the policy set in force has {loaded.Errors.Length} errors for this build: {string.Join("; ", loaded.Errors.Take(3))}");
    }

    private static (ImmutableArray<DueValues> Due, int Ungoverned) Find(OrderInput input, ConvenantGateway.Policy.PolicySnapshot policy, TimeProvider time)
    {
        using var persons = LogPersons.Open(input.Node.Database, time);
        return DueValues.Find(persons, policy, input.Viewers, time.GetUtcNow());
    }

    private static LogOrder Order(OrderInput input, string rule, DueValues[] due, TimeProvider time) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        At = time.GetUtcNow(),
        Kind = LogOrderKind.Erase,
        By = input.By,
        Account = Environment.UserName,
        Rule = rule,
        Persons = [.. due.Select(static d => new LogOrderPerson(d.Values.Viewer, d.Values.Person, d.Values.Retention))],
    };

    private static string Text(KeptValues values) => string.Create(
        CultureInfo.InvariantCulture, $"`{values.Viewer}` {values.Person} {RetentionClassNames.NameOf(values.Retention)}, {values.Records} records, last {values.Last:yyyy-MM-dd}");
}
