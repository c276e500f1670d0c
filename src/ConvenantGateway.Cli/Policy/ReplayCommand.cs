using System.CommandLine;
using System.Globalization;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy replay</c>: the decision of a past moment, from the stored set that was in force, in the words of <c>explain</c>.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var options = StoredOptions.Create();
        var set = new Option<string>("--set") { Description = "digest of the set, or the policy digest of a record; 8 characters or more", Required = true };
        var at = new Option<string?>("--at") { Description = "the record's time (ISO 8601): which of several sets with these rules was in force then" };
        var ask = new ExplainOptions();
        var command = options.AddTo(new Command("replay", "reproduce a past decision from the stored set") { set, at });
        ask.AddTo(command);
        command.SetAction(result => CommandGuard.Run(result, options.Json, writer =>
        {
            using var stored = StoredPolicySets.Open(result.GetRequiredValue(options.Database));
            var found = stored.Find(result.GetRequiredValue(set), result.GetValue(options.Covenant), Instant(result.GetValue(at)));
            if (found is not [var one])
            {
                return writer.No(found.IsEmpty
                    ? "no stored set has this digest (8 characters or more) at this time"
                    : $"{found.Length} sets have this digest and differ in partners or signers: give `--at`, the record's time, or one of {string.Join(", ", found.Select(static f => f.Digests.Set))}");
            }

            var loaded = stored.Load(one);
            return loaded.Snapshot is { } snapshot ? Explanation.Write(ask.Read(result), ask.ReadForm(result), snapshot, writer) : writer.Errors(loaded.Errors);
        }));
        return command;
    }

    private static DateTimeOffset? Instant(string? text) => text is null
        ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : throw new FormatException($"`{text}` is not an instant of ISO 8601");
}
