using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>
/// <c>manifest.json</c> of a backup: for reading <c>version</c>, <c>log</c>, <c>size</c>, <c>root</c>, <c>made</c> and <c>files</c> (name → SHA-256); for proof <c>note</c>, a C2SP signed note by the
/// log's key with the lines <c>&lt;log&gt;/backup/v1</c>, size, root, made and per file in ordinal order <c>&lt;sha-256&gt;  &lt;name&gt;</c>. Immutable.
/// </summary>
internal sealed record BackupManifest(string Log, long Size, string Root, string Made, SortedDictionary<string, string> Files)
{
    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The digest of a file, lower-case hex.</summary>
    public static string DigestOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    public byte[] Write(NoteSigner signer) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object>
        {
            ["version"] = 1, ["log"] = Log, ["size"] = Size, ["root"] = Root, ["made"] = Made, ["files"] = Files, ["note"] = Encoding.UTF8.GetString(signer.Sign(Text())),
        },
        Indented);

    /// <summary>Reads a manifest and what it signs.</summary>
    /// <exception cref="BackupRefusedException">It is not a manifest.</exception>
    public static (BackupManifest Manifest, byte[] Note) Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in root.GetProperty("files"u8).EnumerateObject())
            {
                files.Add(file.Name, file.Value.GetString()!);
            }

            return root.GetProperty("version"u8).GetInt32() == 1
                ? (new BackupManifest(
                    root.GetProperty("log"u8).GetString()!, root.GetProperty("size"u8).GetInt64(), root.GetProperty("root"u8).GetString()!, root.GetProperty("made"u8).GetString()!, files),
                    Encoding.UTF8.GetBytes(root.GetProperty("note"u8).GetString()!))
                : throw new BackupRefusedException($"`{Name}` is not a manifest of version 1");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new BackupRefusedException($"`{Name}` is not a manifest of version 1", e);
        }
    }

    /// <summary>True if the key signed exactly what the manifest says.</summary>
    public bool IsSignedBy(byte[] note, VerifierKey key) => SignedNote.TryOpen(note, key, out var text) && text == Text();

    private string Text()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Log}/backup/v1\n{Size}\n{Root}\n{Made}\n");
        foreach (var (name, digest) in Files)
        {
            text.Append(digest).Append("  ").Append(name).Append('\n');
        }

        return text.ToString();
    }
}
