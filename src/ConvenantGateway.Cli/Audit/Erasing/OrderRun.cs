using System.Collections.Immutable;
using System.Data.Common;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Policy;
using ConvenantGateway.Development.Operations;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit.Erasing;

/// <summary>Carries out an order: on the store itself if no node runs, else by the running node. Turns what goes wrong into exit codes.</summary>
internal static class OrderRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Carries out; the node answers, or this process opens the store and is the only writer.</summary>
    /// <exception cref="IOException">A node runs and does not answer.</exception>
    public static async Task<LogOrderReport> CarryOutAsync(NodePlace node, LogOrder order, TimeProvider time, CancellationToken cancellation)
    {
        if (!NodeSignal.IsRunning(node.State))
        {
            try
            {
                await using var gateway = GatewayStore.Open(node.Options(), time);
                return await gateway.Orders.CarryOutAsync(order);
            }
            catch (LogInUseException)
            {
                // A node began just now.
            }
        }

        var desk = new DeskFolder(Path.Combine(node.State, "orders"));
        if (new ActivationDesk(node.State).ProcessId() is not { } process || !Directory.Exists(desk.Root))
        {
            throw new IOException($"another process writes the log and takes no orders in `{node.State}`");
        }

        desk.Ask(order.Id, order);
        try
        {
            return await NodeSignal.SendAsync(process, cancellation) && await NodeSignal.WaitAsync(() => desk.Answer<LogOrderReport>(order.Id), Patience, cancellation) is { } answer
                ? answer
                : throw new IOException($"the node (process {process}) did not answer: nothing can be said of the order {order.Id:D}; look for its record");
        }
        finally
        {
            desk.Withdraw(order.Id);
        }
    }

    /// <summary>Runs a command: 3 for invalid input, 1 if it could not run.</summary>
    public static async Task<int> GuardAsync(TextWriter error, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or ArgumentException)
        {
            await error.WriteLineAsync($"error: {e.Message}");
            return ExitCode.InvalidInput;
        }
        catch (BackupRefusedException e)
        {
            await error.WriteLineAsync($"refused: {e.Message}");
            return ExitCode.No;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or LogInUseException or LogStoreException)
        {
            await error.WriteLineAsync($"error: {e.Message}");
            return ExitCode.CouldNotRun;
        }
    }

    /// <summary>Prints a report: 0 done or nothing to do, 2 refused, 1 failed.</summary>
    public static int Print(LogOrderReport report, TextWriter output)
    {
        foreach (var line in report.Lines)
        {
            output.WriteLine($"{report.Outcome}: {line}");
        }

        return report.Outcome switch { "done" or "nothing" => ExitCode.Yes, "refused" => ExitCode.No, _ => ExitCode.CouldNotRun };
    }

    /// <summary>The order about one person; null if no viewer knows anybody, or the person file names nobody.</summary>
    /// <exception cref="FormatException">Something given is not valid.</exception>
    public static LogOrder? About(OrderInput input, LogOrderKind kind, ImmutableArray<RetentionClass> classes, PolicySnapshot? policy, TextReader standard, TimeProvider time)
    {
        if (input.Person is null || input.Viewers.IsEmpty)
        {
            throw new FormatException("`--person` and `--viewer` are needed");
        }

        if (!LegalHoldRecord.IsCode(input.Rule))
        {
            throw new FormatException("the rule or reason is a code: at most 100 printable characters without spaces");
        }

        foreach (var id in input.Viewers.Append(input.By))
        {
            if (!PartnerId.TryParse(id, out _))
            {
                throw new FormatException($"`{id}` is not a partner or officer id");
            }
        }

        var traits = PersonFile.Read(input.Person, standard);
        using var persons = LogPersons.Open(input.Node.Database, time);
        if (persons.HandleOf(input.Region, traits) is not { } handle)
        {
            throw new FormatException("the person's birth date is not a date, or the region has no key yet");
        }

        ImmutableArray<LogOrderPerson> named =
        [
            .. WithOfficers(input.Viewers, policy).SelectMany(v => persons.Blind(v, handle) is { } blind ? classes.Select(c => new LogOrderPerson(v, blind, c)) : []),
        ];
        return named.IsEmpty ? null : new LogOrder
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), At = time.GetUtcNow(), Kind = kind, By = input.By, Account = Environment.UserName, Rule = input.Rule, Persons = named,
        };
    }

    /// <summary>The policy set, for who is whose officer; null where there is no folder.</summary>
    /// <exception cref="FormatException">The set has errors.</exception>
    public static PolicySnapshot? Policy(OrderInput input)
    {
        if (!Directory.Exists(input.Policies))
        {
            return null;
        }

        var set = PolicySet.Load(PolicyDirectory.Read(new DirectoryInfo(input.Policies)), input.Covenant);
        return set.Snapshot ?? throw new FormatException($"the policy set has {set.Errors.Length} errors: {string.Join("; ", set.Errors.Take(3))}");
    }

    private static IEnumerable<string> WithOfficers(ImmutableArray<string> viewers, PolicySnapshot? policy) =>
        viewers.Concat(policy is null ? [] : policy.Officers.Values.Where(o => viewers.Contains(o.Organisation.Value ?? "")).Select(static o => o.Id)).Distinct(StringComparer.Ordinal);
}
