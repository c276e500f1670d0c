using System.CommandLine;
using System.Globalization;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit.Erasing;

/// <summary>
/// <c>audit hold --person FILE|- --viewer ID --reason CODE --until DATE</c>, <c>--lift</c>, or <c>--list</c>: exit code 0 done, 1 could not run, 2 refused, 3 invalid input.
/// </summary>
internal static class AuditHoldCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var options = OrderOptions.Create();
        var reason = new Option<string>("--reason") { Description = "why: a code, e.g. `zaak-2026-17`", DefaultValueFactory = static _ => "" };
        var until = new Option<string?>("--until") { Description = "the last day of the hold, yyyy-MM-dd" };
        var lift = new Option<bool>("--lift") { Description = "lift the holds on the person" };
        var list = new Option<bool>("--list") { Description = "print the holds" };
        var command = options.AddTo(new Command("hold", "lay a legal hold on a person's records, so that nothing of them is erased, or lift it") { reason, until, lift, list });
        command.SetAction((parsed, cancellation) => OrderRun.GuardAsync(parsed.InvocationConfiguration.Error, () =>
        {
            var input = options.Read(parsed) with { Rule = parsed.GetValue(reason)! };
            return parsed.GetValue(list)
                ? Task.FromResult(List(input, TimeProvider.System, parsed.InvocationConfiguration.Output))
                : RunAsync(input, parsed.GetValue(until), parsed.GetValue(lift), Console.In, TimeProvider.System, parsed.InvocationConfiguration.Output, cancellation);
        }));
        return command;
    }

    /// <summary>Lays or lifts.</summary>
    public static async Task<int> RunAsync(OrderInput input, string? until, bool lift, TextReader standard, TimeProvider time, TextWriter output, CancellationToken cancellation)
    {
        var last = DateOnly.MinValue;
        if (!lift && !DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out last))
        {
            throw new FormatException("`--until` is a day such as 2027-01-31");
        }

        if (OrderRun.About(input, lift ? LogOrderKind.Lift : LogOrderKind.Hold, [RetentionClass.Log], OrderRun.Policy(input), standard, time) is not { } order)
        {
            await output.WriteLineAsync("nothing: no such viewer has records about anybody");
            return ExitCode.No;
        }

        return OrderRun.Print(await OrderRun.CarryOutAsync(input.Node, order with { Until = lift ? null : last }, time, cancellation), output);
    }

    /// <summary>Prints the holds; persons as blind values.</summary>
    public static int List(OrderInput input, TimeProvider time, TextWriter output)
    {
        using var persons = LogPersons.Open(input.Node.Database, time);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (var hold in persons.Holds().Where(h => input.Viewers.IsEmpty || input.Viewers.Contains(h.Viewer)))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{hold.Transaction:D} {hold.Viewer} {hold.Person} {hold.Reason} until {hold.Until:yyyy-MM-dd} by {hold.By}: {(hold.IsLifted ? "lifted" : hold.Runs(today) ? "runs" : "past")}"));
        }

        return ExitCode.Yes;
    }
}
