using System.Diagnostics;
using System.Globalization;

namespace ConvenantGateway.Testing.Postgres;

/// <summary>
/// A PostgreSQL server of its own for tests: a new cluster in a temporary folder, a Unix socket only, <c>fsync</c> on. A small shell process guards it: when the tests end, however they end, its input closes, it
/// stops the server and removes the folder. Started by root it runs as <c>postgres</c>, for the server refuses root. Thread safe.
/// </summary>
public sealed class PostgresCluster : IDisposable
{
    private const string Guard = """
        dir=$(mktemp -d /tmp/convenant-pg-XXXXXX) || exit 1
        end() {
          pid=$(head -n 1 "$dir/data/postmaster.pid" 2>/dev/null)
          if [ -n "$pid" ]; then kill -QUIT "$pid" 2>/dev/null; while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done; fi
          rm -rf "$dir"
        }
        trap end EXIT
        trap '' INT HUP TERM
        "$0/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; exit 1; }
        { echo "listen_addresses = ''"; echo "unix_socket_directories = '$dir'"; echo "max_connections = 200"; echo "shared_buffers = 128MB"; } >>"$dir/data/postgresql.conf"
        echo "$dir"
        cat >/dev/null
        """;

    private static readonly Lazy<PostgresCluster> Common = new(static () => Start());

    private readonly Process _guard;
    private readonly string _bin;
    private int _databases;

    private PostgresCluster(Process guard, string bin, string folder)
    {
        _guard = guard;
        _bin = bin;
        Folder = folder;
    }

    /// <summary>The cluster that the tests of an assembly share; started at the first use.</summary>
    public static PostgresCluster Shared => Common.Value;

    /// <summary>The folder of the socket, and of <c>data</c>.</summary>
    public string Folder { get; }

    /// <summary>Makes and starts a cluster.</summary>
    /// <param name="settings">Lines for its configuration, such as <c>fsync = off</c>.</param>
    public static PostgresCluster Start(params string[] settings)
    {
        var bin = Directory.EnumerateDirectories("/usr/lib/postgresql").Select(static d => Path.Combine(d, "bin")).Where(static d => File.Exists(Path.Combine(d, "initdb")))
            .OrderBy(static d => d, StringComparer.Ordinal).LastOrDefault() ?? throw new InvalidOperationException("PostgreSQL is not installed");
        var guard = Process.Start(Unprivileged("/bin/sh", "-c", Guard, bin))!;
        var folder = guard.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"no cluster could be made: {guard.StandardError.ReadToEnd()}");
        var cluster = new PostgresCluster(guard, bin, folder);
        cluster.Set(settings);
        cluster.StartServer();
        return cluster;
    }

    /// <summary>Stops the shared cluster, if it was started.</summary>
    public static void StopShared()
    {
        if (Common.IsValueCreated)
        {
            Common.Value.Dispose();
        }
    }

    /// <summary>A connection string with long waits: a machine that builds and tests stalls for longer than a gateway would bear.</summary>
    /// <param name="database">The database.</param>
    /// <param name="user">The role; default the superuser.</param>
    public string ConnectionString(string database, string user = "postgres") => $"Host={Folder};Database={database};Username={user};Timeout=60;Command Timeout=60";

    /// <summary>Makes a database.</summary>
    /// <returns>Its name.</returns>
    public string NewDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _databases)}");
        Sql($"CREATE DATABASE {name}");
        return name;
    }

    /// <summary>Removes a database and that of its keys, with whoever is connected.</summary>
    public void Drop(string name) => Sql($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", $"DROP DATABASE IF EXISTS {name}_keys WITH (FORCE)");

    /// <summary>Runs statements as superuser, each on its own.</summary>
    /// <returns>What they print.</returns>
    public string Sql(params string[] statements) =>
        Run("psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", Folder, "-U", "postgres", "-d", "postgres", .. statements.SelectMany(static s => new[] { "-c", s })]);

    /// <summary>Adds lines to the configuration; they count from the next start.</summary>
    public void Set(params string[] settings) => File.AppendAllLines(Path.Combine(Folder, "data", "postgresql.conf"), settings);

    /// <summary>Starts the server and waits until it answers.</summary>
    /// <param name="fault">A fault that the kernel answers to its processes, as <c>strace -e inject=</c> takes it; null for none.</param>
    /// <param name="path">The one file that it concerns; null for all.</param>
    public void StartServer(string? fault = null, string? path = null)
    {
        string[] program = [];
        if (fault is not null)
        {
            program = ["-p", Path.Combine(Folder, "faulty")];
            File.WriteAllText(program[1], $"#!/bin/sh\nexec strace -D -f -qq -o /dev/null -e trace={fault.Split(':')[0]} -e inject={fault} {(path is null ? "" : $"-P '{path}' ")}'{_bin}/postgres' \"$@\"\n");
            File.SetUnixFileMode(program[1], UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        Run("pg_ctl", ["start", "-w", "-t", "60", "-s", "-D", Path.Combine(Folder, "data"), "-l", Path.Combine(Folder, "log"), .. program]);
    }

    /// <summary>Stops it at once, without a checkpoint: it will recover from its log.</summary>
    public void StopServer() => Run("pg_ctl", ["stop", "-w", "-s", "-m", "immediate", "-D", Path.Combine(Folder, "data")]);

    /// <summary>Kills the postmaster with SIGKILL: its children find out by themselves. Returns when the last of them is gone.</summary>
    public void KillServer() => Run("/bin/sh", [
        "-c",
        "read -r pid <\"$0\"; children=$(pgrep -P \"$pid\"); kill -9 \"$pid\"; for c in $children; do while kill -0 \"$c\" 2>/dev/null; do sleep 0.02; done; done",
        Path.Combine(Folder, "data", "postmaster.pid")]);

    /// <inheritdoc/>
    public void Dispose()
    {
        _guard.StandardInput.Close();
        _guard.WaitForExit();
        _guard.Dispose();
    }

    private static ProcessStartInfo Unprivileged(string file, params string[] arguments)
    {
        var isRoot = Environment.UserName == "root";
        var start = new ProcessStartInfo(isRoot ? "runuser" : file) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var argument in isRoot ? (string[])["-u", "postgres", "--", file, .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private string Run(string program, string[] arguments)
    {
        var path = program.StartsWith('/') ? program : Path.Combine(_bin, program);
        using var process = Process.Start(Unprivileged(path, arguments))!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.TrimEnd() : throw new InvalidOperationException($"{program}: {error.Result}{(program == "pg_ctl" ? ServerLog() : "")}");
    }

    private string ServerLog() => File.Exists(Path.Combine(Folder, "log")) ? File.ReadAllText(Path.Combine(Folder, "log")) : "";
}
