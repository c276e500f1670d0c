using System.Text.Json;
using System.Text.Json.Serialization;
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
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private readonly string _folder = Path.Combine(Path.GetFullPath(dataDirectory), "spool");

    /// <summary>What makes the record unique: a second append of the same request is a conflict named <c>transaction</c>.</summary>
    public static StoreWrites Once(SpooledUse use) => new() { Claim = (PartnerId.Parse(Caller), use.Transaction) };

    /// <summary>Asks for a record; on disk when it returns.</summary>
    /// <exception cref="IOException">It could not be written, or the node would not take it for a request.</exception>
    public void Add(SpooledUse use)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(use, Web);
        if (!use.IsSound || json.Length > MaxBytes)
        {
            throw new IOException("what was done is not of the form that a node records: a name or a code is too long");
        }

        PrivateFolder.Make(_folder);
        FolderSync.RunParent(_folder);
        var path = Path.Combine(_folder, $"{use.Transaction:N}.json");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersOnly;
        }

        using (var file = new FileStream(path + ".new", options))
        {
            file.Write(json);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path);
        FolderSync.Run(_folder);
    }

    /// <summary>The files that wait, oldest first, each with its request; null where it is none.</summary>
    public IReadOnlyList<(string Path, SpooledUse? Use)> Waiting() => Directory.Exists(_folder)
        ? [.. Directory.EnumerateFiles(_folder, "*.json").Order(StringComparer.Ordinal).Select(static path => (path, Read(path)))]
        : [];

    /// <summary>Removes a file whose record is on disk.</summary>
    public static void Done(string path) => File.Delete(path);

    /// <summary>Sets a file aside that is no request: it is not read again and not lost.</summary>
    public static void SetAside(string path) => File.Move(path, path + ".refused", overwrite: true);

    private static SpooledUse? Read(string path)
    {
        try
        {
            return new FileInfo(path).Length <= MaxBytes && Parse(File.ReadAllBytes(path)) is { IsSound: true } use ? use : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    // A request that an earlier build left says no kind: there was one only.
    private static SpooledUse? Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root && !root.TryGetProperty(SpooledUse.KindField, out _)
            ? JsonSerializer.Deserialize<SpooledExport>(json, Web)
            : JsonSerializer.Deserialize<SpooledUse>(json, Web);
    }
}
