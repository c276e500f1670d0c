using System.IO.Compression;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>Reads what a gateway leaves behind: its output, traces, files, and the export of every party and officer. Not thread safe.</summary>
internal sealed class RestRun(LeakWatch watch, PolicySnapshot snapshot)
{
    /// <summary>All of it, after the gateway has stopped.</summary>
    public void See(GatewayProcess gateway, GatewayStart start, IEnumerable<string> parties)
    {
        watch.See(Channel.Stdout, "", "standard output", gateway.Output);
        watch.See(Channel.Stderr, "", "standard error", gateway.Error);
        watch.See(Channel.Trace, "", "traces", File.Exists(start.Traces) ? File.ReadAllBytes(start.Traces) : []);
        foreach (var party in parties)
        {
            Export(start, party, party);
        }

        foreach (var officer in snapshot.Officers.Values)
        {
            Export(start, officer.Id, officer.Organisation.Value ?? "");
        }

        foreach (var file in Directory.EnumerateFiles(start.Workspace, "*", SearchOption.AllDirectories).Where(f => f != start.Traces))
        {
            watch.See(Channel.Disk, "", Path.GetRelativePath(start.Workspace, file), File.ReadAllBytes(file));
        }
    }

    private void Export(GatewayStart start, string viewer, string side)
    {
        using var zip = new MemoryStream();
        using (var log = LogDatabase.Open(Path.Combine(start.Database, "convenant.db")))
        {
            log.Export(zip, Path.Combine(start.Database, "keys.db"), viewer, new Dictionary<string, byte[]>(), TimeProvider.System);
        }

        zip.Position = 0;
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
            {
                stream.CopyTo(content);
            }

            watch.See(Channel.Export, side, $"export of {viewer}: {entry.FullName}", content.ToArray(), showsOwn: true);
        }
    }
}
