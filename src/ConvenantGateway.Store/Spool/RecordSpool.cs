using System.Text.Json;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>
/// What the command line did while a node had the log, one file each in <c>spool</c> of the data directory: the node records it at its next look and removes the file. A file that is no request is set aside.
/// Thread safe between one writer per file and one reader.
/// </summary>
/// <param name="dataDirectory">The folder of the databases.</param>
public sealed class RecordSpool(string dataDirectory)
{
    /// <summary>The caller of records that the command line asks for.</summary>
    public const string Caller = "operator";

    private const int MaxBytes = 16 * 1024;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    private readonly string _folder = Path.Combine(Path.GetFullPath(dataDirectory), "spool");

    /// <summary>What makes the record unique: a second append of the same request is a conflict named <c>transaction</c>.</summary>
    public static StoreWrites Once(SpooledExport export) => new() { Claim = (PartnerId.Parse(Caller), export.Transaction) };

    /// <summary>Asks for a record; on disk when it returns.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Add(SpooledExport export)
    {
        _ = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(_folder)
            : Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var path = Path.Combine(_folder, $"{export.Transaction:N}.json");
        using (var file = new FileStream(path + ".new", FileMode.CreateNew, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, export, Web);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path);
    }

    /// <summary>The files that wait, oldest first, each with its request; null where it is none.</summary>
    public IReadOnlyList<(string Path, SpooledExport? Export)> Waiting() => Directory.Exists(_folder)
        ? [.. Directory.EnumerateFiles(_folder, "*.json").Order(StringComparer.Ordinal).Select(static path => (path, Read(path)))]
        : [];

    /// <summary>Removes a file whose record is on disk.</summary>
    public static void Done(string path) => File.Delete(path);

    /// <summary>Sets a file aside that is no request: it is not read again and not lost.</summary>
    public static void SetAside(string path) => File.Move(path, path + ".refused", overwrite: true);

    private static SpooledExport? Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                return null;
            }

            return JsonSerializer.Deserialize<SpooledExport>(File.ReadAllBytes(path), Web) is { Viewer: { } viewer, By: { Length: <= 200 }, Digest: { Length: 64 } digest } export
                && export.Transaction != Guid.Empty && PartnerId.TryParse(viewer, out _) && digest.All(char.IsAsciiHexDigitLower)
                ? export
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
