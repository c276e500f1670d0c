using System.Diagnostics;
using System.Globalization;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests;

/// <summary>A disk that fails under load, as the kernel says it: system calls of a child process are made to fail by <c>strace</c>. No receipt is given for what is not on disk, and the log heals or stays red.</summary>
public sealed class DiskFaultTests
{
    private const string Refused = "refused";
    private const int Producers = 8;
    private const int MostLines = 200_000;

    [Fact]
    public async Task Append_SyncsFailAndWorkAgain_NothingIsRecordedAfterIt()
    {
        var lines = await AppendAsync("fsync:error=EIO:when=60..63", static lines => IsRed(lines, 200));

        Assert.InRange(LateReceipts(lines), 0, Producers - 1);
    }

    [Fact]
    public async Task Append_DiskFullForAWhile_HealsByItself()
    {
        var lines = await AppendAsync("pwrite64:error=ENOSPC:when=200..230", static lines => HasHealed(lines, 50));

        Assert.Contains(Refused, lines);
    }

    [Fact]
    public async Task Append_DiskTurnsReadOnly_StaysRedAndLosesNothing()
    {
        var lines = await AppendAsync("pwrite64:error=EROFS:when=200+", static lines => IsRed(lines, 200));

        Assert.InRange(LateReceipts(lines), 0, Producers - 1);
    }

    // Of a commit before the fault, printed after it: at most one per producer that was not the first to be refused.
    private static int LateReceipts(List<string> lines) => lines.SkipWhile(static l => l != Refused).Count(static l => l != Refused);

    private static bool IsRed(List<string> lines, int refusals) => lines.Count >= refusals && lines[^refusals] == Refused && lines[^1] == Refused;

    private static bool HasHealed(List<string> lines, int receipts) => lines.Count > receipts && lines[^1] != Refused && lines.LastIndexOf(Refused) is >= 0 and var last && lines.Count - last > receipts;

    /// <summary>Runs the child with a fault until enough was seen, kills it, and holds its receipts against what is on disk.</summary>
    private static async Task<List<string>> AppendAsync(string fault, Func<List<string>, bool> isEnough)
    {
        await using var store = new TemporaryStore(StoreEngine.Sqlite);
        await store.Gateway.DisposeAsync();
        var lines = await RunAsync(store.Directory, fault, isEnough);
        await store.ReopenAsync();

        var receipts = lines.Where(static l => l != Refused).Select(static l => l.Split(' ')).ToList();
        Assert.NotEmpty(receipts);
        foreach (var receipt in receipts)
        {
            var record = await store.Gateway.Reading.FindAsync("ashg-noord", long.Parse(receipt[0], CultureInfo.InvariantCulture), default);
            Assert.Equal(receipt[1], Convert.ToHexStringLower(MerkleHash.Leaf(record!.Leaf.Span)));
            Assert.NotNull(await store.Gateway.Resources.ReadAsync(A.Ashg, "Condition", receipt[2], default));
        }

        var verified = await store.Gateway.Reading.VerifyAsync(default);
        Assert.True(verified.IsValid, string.Join('\n', verified.Findings));
        return lines;
    }

    private static async Task<List<string>> RunAsync(string directory, string fault, Func<List<string>, bool> isEnough)
    {
        // One thread commits: strace counts the calls of each thread for itself.
        string[] arguments =
        [
            "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", $"trace={fault[..fault.IndexOf(':', StringComparison.Ordinal)]}", "-e", $"inject={fault}",
            "dotnet", Path.Combine(AppContext.BaseDirectory, "ConvenantGateway.Store.CrashChild.dll"), directory, "one-thread",
        ];
        using var child = Process.Start(new ProcessStartInfo("strace", arguments) { RedirectStandardOutput = true })!;
        var lines = new List<string>();
        while (!isEnough(lines) && await child.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            Assert.True(lines.Count < MostLines, "the fault was never seen");
        }

        Assert.True(isEnough(lines), $"the child ended by itself after {lines.Count} lines, the last: {lines.LastOrDefault()}");
        child.Kill(entireProcessTree: true);

        // What stands after the last newline was cut by the kill.
        lines.AddRange((await child.StandardOutput.ReadToEndAsync()).Split('\n')[..^1]);
        await child.WaitForExitAsync();

        // The traced process is a grandchild: its end shows only in what it let go.
        SpinWait.SpinUntil(() => IsFree(Path.Combine(directory, "convenant.lock")));
        return lines;
    }

    private static bool IsFree(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
