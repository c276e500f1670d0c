using System.CommandLine;
using System.Globalization;
using ConvenantGateway.Exchange;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy sets</c>: every set that was in force, when, by whom, why, between whom; with <c>--set</c> also what it changed.</summary>
internal static class SetsCommand
{
    public static Command Create()
    {
        var options = StoredOptions.Create();
        var set = new Option<string?>("--set") { Description = "only the activations of this digest (set or manifest, 8 characters or more), with what they changed" };
        var files = new Option<DirectoryInfo?>("--out") { Description = "write the files of the set that --set names into this folder" };
        var command = options.AddTo(new Command("sets", "list the stored policy sets") { set, files });
        command.SetAction(result => CommandGuard.Run(result, options.Json, writer =>
        {
            using var stored = StoredPolicySets.Open(result.GetRequiredValue(options.Database));
            var covenant = result.GetValue(options.Covenant);
            if (result.GetValue(set) is not { } digest)
            {
                Write(stored.Activations.Where(a => covenant is null || a.Covenant == covenant), false, writer);
                return ExitCode.Yes;
            }

            var found = stored.Find(digest, covenant, null);
            Write(found, true, writer);
            if (result.GetValue(files) is { } folder && found.Select(static a => a.Digests.Set).Distinct(StringComparer.Ordinal).ToList() is [var one])
            {
                Export(stored, one, folder.FullName);
            }

            return found.IsEmpty ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }

    private static void Write(IEnumerable<PolicySetActivation> activations, bool isLong, PolicyWriter writer)
    {
        var list = activations.ToList();
        writer.Write(
            new
            {
                sets = list.Select(static a => new
                {
                    sequence = a.Sequence, at = a.At, covenant = a.Covenant, set = a.Digests.Set, manifest = a.Digests.Manifest, kind = a.Kind.ToString().ToLowerInvariant(), by = a.By, reason = a.Reason,
                    signers = a.Signers.Select(static s => s.Value), narrows = a.Narrows, previous = a.Previous, difference = a.Difference, transaction = a.Transaction,
                }),
            },
            list.SelectMany(a => Lines(a, isLong)));
    }

    private static IEnumerable<string> Lines(PolicySetActivation a, bool isLong)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{a.Sequence} {a.At:yyyy-MM-ddTHH:mm:ssZ} {a.Covenant} set {a.Digests.Set} manifest {a.Digests.Manifest} {a.Kind.ToString().ToLowerInvariant()} by {a.By}, {a.Signers.Length} signers{(a.Narrows.IsEmpty ? "" : $", narrows {string.Join(' ', a.Narrows)}")}{(a.Reason.Length == 0 ? "" : $": {a.Reason}")}");
        if (isLong)
        {
            yield return $"  signers: {string.Join(' ', a.Signers)}";
            foreach (var line in a.Difference)
            {
                yield return $"  {line}";
            }
        }
    }

    private static void Export(StoredPolicySets stored, string set, string folder)
    {
        foreach (var (path, bytes) in stored.Files(set).Files)
        {
            var target = Path.GetFullPath(Path.Combine(folder, path));
            if (!target.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new InvalidDataException("a stored path leaves its folder");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, bytes.ToArray());
        }
    }
}
