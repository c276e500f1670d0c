using System.Diagnostics;
using System.Globalization;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests;

public sealed class CrashTests
{
    [Fact]
    public async Task Kill9_TenTimesUnderLoad_EveryReceiptIsInTheLog()
    {
        await using var store = new TemporaryStore();
        var leaves = 0L;
        for (var round = 0; round < 10; round++)
        {
            await store.Gateway.DisposeAsync();
            var receipts = await AppendUntilKilled(store.Directory, receipts: 40 + (17 * round));
            await store.ReopenAsync();

            foreach (var receipt in receipts)
            {
                var parts = receipt.Split(' ');
                var index = long.Parse(parts[0], CultureInfo.InvariantCulture);
                var record = await store.Gateway.Reading.FindAsync("ashg-noord", index, default);
                Assert.Equal(parts[1], Convert.ToHexStringLower(MerkleHash.Leaf(record!.Leaf.Span)));
                Assert.Equal(parts[2], record.Record.Transaction.ToString());
                Assert.NotNull(await store.Gateway.Resources.ReadAsync(A.Ashg, "Condition", parts[2], default));
                Assert.True(await store.Gateway.Transactions.IsUsedAsync(A.Ashg, record.Record.Transaction, default));
            }

            var verified = await store.Gateway.Reading.VerifyAsync(default);
            Assert.True(verified.IsValid, string.Join('\n', verified.Findings));
            Assert.True(verified.TreeSize >= leaves + receipts.Count, $"{verified.TreeSize} leaves, {leaves} before and {receipts.Count} receipts");
            leaves = verified.TreeSize;
        }
    }

    [Fact]
    public async Task Open_WhileAnotherProcessWrites_ExitsWithOne()
    {
        await using var store = new TemporaryStore();
        using var child = Start(store.Directory);
        var message = await child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();

        Assert.Equal(1, child.ExitCode);
        Assert.Contains("one writer per log", message, StringComparison.Ordinal);
        Assert.Throws<LogInUseException>(() => SqliteGateway.Open(store.Options, TimeProvider.System));
    }

    private static Process Start(string directory)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ConvenantGateway.Store.CrashChild.dll"));
        start.ArgumentList.Add(directory);
        return Process.Start(start)!;
    }

    private static async Task<List<string>> AppendUntilKilled(string directory, int receipts)
    {
        using var child = Start(directory);
        var lines = new List<string>();
        while (lines.Count < receipts && await child.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }

        Assert.True(lines.Count == receipts, "the child ended by itself");
        child.Kill();
        var rest = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();

        // What stands after the last newline was cut by the kill: not a receipt that anyone holds.
        lines.AddRange(rest.Split('\n')[..^1]);
        return lines;
    }
}
