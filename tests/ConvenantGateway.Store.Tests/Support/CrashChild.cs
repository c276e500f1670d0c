using System.Diagnostics;
using System.Globalization;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests;

/// <summary>A process that appends, in turn from one producer and from eight, and prints each receipt that it holds.</summary>
internal sealed class CrashChild : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _receipts = [];

    /// <summary>How often the log could not record.</summary>
    public int Refusals { get; private set; }

    /// <summary>How many receipts were read.</summary>
    public int Receipts => _receipts.Count;

    public CrashChild(string place) => _process = Start(place);

    /// <summary>Runs one that is expected to end by itself.</summary>
    public static async Task<(int Code, string Message)> RunAsync(string place)
    {
        using var child = Start(place);
        var message = await child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();
        return (child.ExitCode, message);
    }

    /// <summary>Waits for so many receipts more.</summary>
    public void ReadReceipts(int count)
    {
        var wanted = Receipts + count;
        ReadUntil(c => c.Receipts >= wanted);
    }

    /// <summary>Reads lines until enough was seen.</summary>
    public void ReadUntil(Func<CrashChild, bool> isEnough)
    {
        while (!isEnough(this))
        {
            Add(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"the child ended by itself: {_process.StandardError.ReadToEnd()}"));
        }
    }

    /// <summary>Kills it with SIGKILL.</summary>
    public void Kill()
    {
        _process.Kill();
        var rest = _process.StandardOutput.ReadToEnd();
        _process.WaitForExit();

        // What stands after the last newline was cut by the kill: not a receipt that anyone holds.
        foreach (var line in rest.Split('\n')[..^1])
        {
            Add(line);
        }
    }

    /// <summary>Every receipt is in the log with what was stored with it, and the log verifies and has not become shorter.</summary>
    /// <returns>The size of the log.</returns>
    public async Task<long> CheckAsync(TemporaryStore store, long before)
    {
        foreach (var receipt in _receipts)
        {
            var parts = receipt.Split(' ');
            var record = await store.Gateway.Reading.FindAsync("ashg-noord", long.Parse(parts[0], CultureInfo.InvariantCulture), default);
            Assert.Equal(parts[1], Convert.ToHexStringLower(MerkleHash.Leaf(record!.Leaf.Span)));
            Assert.Equal(parts[2], record.Record.Transaction.ToString());
            Assert.NotNull(await store.Gateway.Resources.ReadAsync(A.Ashg, "Condition", parts[2], default));
            Assert.True(await store.Gateway.Transactions.IsUsedAsync(A.Ashg, record.Record.Transaction, default));
        }

        var verified = await store.Gateway.Reading.VerifyAsync(default);
        Assert.True(verified.IsValid, string.Join('\n', verified.Findings));
        Assert.True(verified.TreeSize >= before + _receipts.Count, $"{verified.TreeSize} leaves, {before} before and {_receipts.Count} receipts");
        return verified.TreeSize;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Add(string line)
    {
        if (line == "refused")
        {
            Refusals++;
        }
        else
        {
            _receipts.Add(line);
        }
    }

    private static Process Start(string place)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ConvenantGateway.Store.CrashChild.dll"));
        start.ArgumentList.Add(place);
        return Process.Start(start)!;
    }
}
