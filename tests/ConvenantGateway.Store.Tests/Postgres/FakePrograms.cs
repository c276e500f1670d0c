namespace ConvenantGateway.Store.Tests.Postgres;

/// <summary>A folder of programs of PostgreSQL that do something else before or instead of the real ones.</summary>
internal static class FakePrograms
{
    /// <summary>Writes a program.</summary>
    /// <param name="folder">The folder, made if it is not there.</param>
    /// <param name="name">Its name, as <c>pg_dump</c>; the real one stands in <c>$real</c>, the folder in <c>$folder</c>.</param>
    /// <param name="script">What it does, in shell; asked for its version it answers like the real one.</param>
    public static string Write(string folder, string name, string script)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, $"""
            #!/bin/sh
            folder='{folder}' real='/usr/bin/{name}'
            [ "$1" = --version ] && exec "$real" "$@"
            {script}
            """);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    /// <summary>Waits after the program's start, each time, until the test lets it go on.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The program.</param>
    /// <param name="run">Which run waits, from 1.</param>
    public static string Pausing(string folder, string name, int run) => Write(folder, name, $$"""
        n=$(($(cat "$folder/runs" 2>/dev/null || echo 0) + 1)); echo $n >"$folder/runs"
        if [ $n = {{run}} ]; then touch "$folder/paused"; while [ ! -e "$folder/go" ]; do sleep 0.05; done; fi
        exec "$real" "$@"
        """);

    public static bool IsPaused(string folder) => File.Exists(Path.Combine(folder, "paused"));

    public static void GoOn(string folder) => File.WriteAllText(Path.Combine(folder, "go"), "");
}
