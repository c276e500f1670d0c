using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using ConvenantGateway.Cli.Policy;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit;

/// <summary><c>audit reconcile --partner ID --list FILE [--database FILE] [--from TIME] [--until TIME] [--json]</c>: exit code 0 equal, 1 could not run, 2 differences, 3 invalid input.</summary>
internal static class AuditReconcileCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var partner = new Option<string>("--partner") { Description = "whose list: a partner id", Required = true };
        var list = new Option<string>("--list") { Description = "CSV or JSON lines of transaction, digest and optionally index and leaf; `-` for standard input", Required = true };
        var database = new Option<string>("--database") { Description = AuditCommands.DatabaseHelp, DefaultValueFactory = static _ => AuditCommands.DefaultDatabase };
        var from = new Option<string?>("--from") { Description = "what stands in the log only counts from this time (ISO 8601, UTC); default: the first exchange that both have" };
        var until = new Option<string?>("--until") { Description = "… and before this time; default: up to the last that both have" };
        var json = new Option<bool>("--json") { Description = "print the result as JSON" };
        var command = new Command("reconcile", "compare a partner's own list of receipts with the log") { partner, list, database, from, until, json };
        command.SetAction(parsed => Run(
            new ReconcileInput(parsed.GetValue(partner)!, parsed.GetValue(list)!, parsed.GetValue(database)!, parsed.GetValue(from), parsed.GetValue(until), parsed.GetValue(json)),
            Console.In,
            Console.Out,
            Console.Error));
        return command;
    }

    /// <summary>Runs it.</summary>
    public static int Run(ReconcileInput input, TextReader standard, TextWriter output, TextWriter error)
    {
        if (!PartnerId.TryParse(input.Partner, out _))
        {
            error.WriteLine($"error: `{input.Partner}` is not a partner id");
            return ExitCode.InvalidInput;
        }

        if (!TryTime(input.From, out var from) || !TryTime(input.Until, out var until))
        {
            error.WriteLine("error: `--from` and `--until` take a time such as 2026-03-04 or 2026-03-04T12:00:00Z");
            return ExitCode.InvalidInput;
        }

        try
        {
            using var log = LogDatabase.Open(input.Database);
            using var reconciliation = new Reconciliation();
            using var print = new DifferencePrinter(output, input.Json);
            using (var file = input.List == "-" ? null : File.OpenText(input.List))
            {
                foreach (var receipt in ReceiptListReader.Read(file ?? standard))
                {
                    print.Add(reconciliation.Add(receipt));
                }
            }

            foreach (var difference in reconciliation.Compare(log.ExchangesOf(input.Partner), from, until))
            {
                print.Add(difference);
            }

            print.End(input.Partner, reconciliation.Listed, reconciliation.Compared);
            return print.Differences == 0 ? ExitCode.Yes : ExitCode.No;
        }
        catch (InvalidDataException e)
        {
            error.WriteLine($"error: {e.Message}");
            return ExitCode.InvalidInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or StoreUnusableException)
        {
            error.WriteLine($"error: {e.Message}");
            return ExitCode.CouldNotRun;
        }
    }

    private static bool TryTime(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (text is null)
        {
            return true;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed))
        {
            return false;
        }

        time = parsed;
        return true;
    }
}
